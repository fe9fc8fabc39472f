"""watch: a build is done again whenever a file that it read changes, until somebody interrupts it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ..report import Report, SpecError
from .console import print_problems, say
from .show import summary

_SECONDS = 0.5
"""Between two looks at the files."""


def watching(build: Callable[[], Report], files: Iterable[Path], sleep: Callable[[float], None] = time.sleep) -> None:
    """Build, and again after each change of the files given and of those that a report names, until interrupted.

    build: returns the report of a run. A document that is refused is reported, and watched on. sleep: waits that many
    seconds.
    """
    watched = {*files}
    while True:
        try:
            report = build()
        except SpecError as error:
            report = error.report
            print_problems(report)
            say(f"{summary(report)} Nothing was written.")
        except OSError as error:
            report = Report()
            say(f"error: {error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
        watched |= {path for path in map(Path, report.sources) if path.is_file()}
        before = _state(watched)
        say("watching; interrupt to end")
        while _state(watched) == before:
            sleep(_SECONDS)


def _state(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return when each file was changed, and its size; zeros for one that is not there."""
    found: dict[Path, tuple[int, int]] = {}
    for path in files:
        try:
            stat = path.stat()
            found[path] = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            found[path] = (0, 0)
    return found
