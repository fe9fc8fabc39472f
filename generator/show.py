"""Show: a Report -> the lines a person reads. Each problem once, many of one kind in short.

specs/acme/openapi.yaml:41:20: error E203: operationId "listPets" is used twice
   40 |     get:
   41 |       operationId: listPets
      |                    ^ first at /paths/~1pets/get
   help: rename one of the two
"""

from __future__ import annotations

from collections import Counter

from .load import position
from .report import Problem, Report, Severity

_MOST_OF_A_KIND = 3
_LINE = 120


def show(report: Report) -> list[str]:
    """Return the lines for all problems, errors last, in the order of the stages."""
    lines: list[str] = []
    shown: Counter[tuple[str, Severity]] = Counter()
    for problem in sorted(report.problems, key=lambda each: each.severity is Severity.ERROR):
        kind = (problem.code, problem.severity)
        shown[kind] += 1
        if problem.severity is Severity.ERROR or shown[kind] <= _MOST_OF_A_KIND:
            lines.extend(_problem(problem, report))
    for (code, severity), count in shown.items():
        if severity is not Severity.ERROR and count > _MOST_OF_A_KIND:
            lines.append(f"... and {count - _MOST_OF_A_KIND} more {_word(severity)} {code}")
    return lines


def summary(report: Report) -> str:
    """Count errors and warnings."""
    errors = sum(1 for _ in report.errors)
    warnings = len(report.problems) - errors
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _problem(problem: Problem, report: Report) -> list[str]:
    text = report.sources.get(problem.at.file)
    line, column = position(text, problem.at) if text is not None else (problem.at.line or 1, problem.at.column or 1)
    lines = [f"{problem.at.file}:{line}:{column}: {_word(problem.severity)} {problem.code}: {problem.message}"]
    lines.extend(_excerpt(text, line, column, problem.note) if text else [])
    if problem.help:
        lines.append(f"   help: {problem.help}")
    return lines


def _excerpt(text: str, line: int, column: int, note: str) -> list[str]:
    source = text.split("\n")
    width = max(4, len(str(line)))
    lines: list[str] = []
    for number in range(max(1, line - 1), line + 1):
        if number <= len(source):
            lines.append(f"   {number:>{width}} | {_printable(source[number - 1])}".rstrip())
    if column <= _LINE:
        lines.append(f"   {'':>{width}} | {' ' * (column - 1)}^ {note}".rstrip())
    return lines


def _printable(text: str) -> str:
    clean = "".join(each if each.isprintable() else " " for each in text)
    return clean if len(clean) <= _LINE else clean[: _LINE - 3] + "..."


def _word(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else f"warning ({severity})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
