"""Console: what a run tells the person in front of it, on stderr; plain lines where it is no terminal.

What writes in colour is loaded for a terminal alone: it takes a tenth of a second.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO, TypeVar

from .. import __version__
from ..report import Report
from .show import count, left_out, show

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")


def staged(call: Callable[[Callable[[str], None]], T], name: str = "") -> T:
    """Run the stages; on a terminal a line shows which one is under way."""
    console = _console(sys.stderr)
    if console is None or os.environ.get("CI"):
        return call(lambda stage: None)
    with console.status("") as status:
        return call(lambda stage: status.update(f"{name}: {stage}" if name else stage))


def print_problems(report: Report) -> None:
    """Print the problems of a report, in colour on a terminal."""
    _print(sys.stderr, ((_style(line), line) for line in show(report)))


def print_report(report: Report, name: str = "") -> None:
    """Print the problems of a report, its notes, and how much was left out. name: what the count is about."""
    print_problems(report)
    for line in filter(None, (*report.notes, left_out(report))):
        say(f"{name}: {line}" if name else line)


def width() -> int:
    """Return how many characters a line of the terminal on stdout has, 0 where it is no terminal."""
    console = _console(sys.stdout)
    return console.width if console is not None else 0


def print_styled(lines: Iterable[tuple[str, str]]) -> None:
    """Print lines on stdout, each in a style of rich on a terminal."""
    _print(sys.stdout, lines)


def say(line: str) -> None:
    """Print one line of what happened."""
    _print(sys.stderr, [("", line)])


def _print(stream: TextIO, lines: Iterable[tuple[str, str]]) -> None:
    console = _console(stream)
    for style, line in lines:
        if console is None:
            print(line, file=stream)
        else:
            console.print(line, markup=False, highlight=False, soft_wrap=True, style=style)


def _style(line: str) -> str:
    if ": error " in line:
        return "bold red"
    return "yellow" if ": warning " in line else "default"


def _console(stream: TextIO) -> Console | None:
    """Return what writes to a terminal, none where the stream is no terminal."""
    if not stream.isatty() and not os.environ.get("FORCE_COLOR"):
        return None
    from rich.console import Console

    console = Console(file=stream)
    return console if console.is_terminal else None


def file_count(number: int) -> str:
    """Spell a number of files."""
    return count(number, "file")


def explain(error: Exception) -> int:
    """Explain an exception that no stage foresees: edited files, else a bug."""
    from ..pipeline.write import EditedFiles

    if isinstance(error, EditedFiles):
        for name in error.names:
            print(f"edited: {name}", file=sys.stderr)
        say(f"{file_count(len(error.names))} edited by hand; nothing was written. Undo the edits, or run with --force.")
        return 4
    with tempfile.NamedTemporaryFile("w", prefix="generator-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"version {__version__}\npython {sys.version}\narguments {sys.argv[1:]}\n\n")
        traceback.print_exception(error, file=log)
    say(f"bug: {type(error).__name__}: {' '.join(str(error).split())[:300]}")
    say(f"Nothing was written. Please report it with the document and {log.name}.")
    return 5
