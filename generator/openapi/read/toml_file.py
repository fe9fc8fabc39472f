"""TOML: a file of local choices -> its data, with the place of what is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path

from ...report import Location, Report, nearest


def read_toml(path: Path, file: str, code: str, report: Report) -> dict[str, object]:
    """Return what a file holds; raises SpecError when it is no TOML.

    file: what messages call it. code: of the fault.
    """
    try:
        text = report.sources[file] = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        report.add(code, "the file is not UTF-8", Location(file, line=1, column=1), help="save it in UTF-8")
    except tomllib.TOMLDecodeError as error:
        line, column = _position(str(error))
        message = f"the file is not TOML: {str(error).partition(' (at')[0]}"
        report.add(code, message, Location(file, line=line, column=column))
    report.stop_on_error()
    raise AssertionError


def instead(key: str, known: Collection[str]) -> str:
    """Say what may be meant by a key that is not known: the one nearest to it, else all that are."""
    near = nearest(key, known)
    return f"did you mean `{near}`?" if near else f"known keys: {', '.join(known)}"


def _position(message: str) -> tuple[int, int]:
    words = [word.strip("(),") for word in message.split()]
    numbers = [int(word) for word in words if word.isdigit()]
    return (numbers[-2], numbers[-1]) if len(numbers) >= 2 else (1, 1)
