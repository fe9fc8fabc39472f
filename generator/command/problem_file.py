"""Problem file: all problems of a run as JSON, those as well that the terminal shows as a count."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..openapi.read.load import marks_of, position
from ..report import Report

VERSION = 1
"""Of what is written; it grows when a field changes its meaning or goes."""


@contextmanager
def problem_file(path: Path | None) -> Generator[list[Report], None, None]:
    """Write the problems of the reports that are put into the list when the block ends, refused or not.

    Raises OSError when the file cannot be written, before anything is done where that is known.
    """
    reports: list[Report] = []
    if path is None:
        yield reports
        return
    if path.is_dir():
        raise _failed(errno.EISDIR, path)
    if not path.parent.is_dir():
        raise _failed(errno.ENOENT, path)
    if not os.access(path.parent, os.W_OK):
        raise _failed(errno.EACCES, path)
    try:
        yield reports
    finally:
        _write(path, reports)


def as_json(reports: list[Report]) -> dict[str, Any]:
    """Return the problems of reports as plain data, in the order of the stages."""
    return {"version": VERSION, "problems": [each for report in reports for each in _problems(report)]}


def _problems(report: Report) -> Iterator[dict[str, Any]]:
    marks = marks_of(report.sources, [problem.at for problem in report.problems])
    for problem in report.problems:
        line, column = position(marks.get(problem.at.file, {}), problem.at)
        yield {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "help": problem.help,
            "file": problem.at.file,
            "pointer": problem.at.pointer,
            "line": line,
            "column": column,
        }


def _write(path: Path, reports: list[Report]) -> None:
    from ..pipeline.write import write_text

    try:
        write_text(path, json.dumps(as_json(reports), indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise _failed(error.errno or errno.EIO, path) from error


def _failed(number: int, path: Path) -> OSError:
    return OSError(number, f"the report cannot be written: {os.strerror(number)}", path.as_posix())
