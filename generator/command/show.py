"""Show: a Report -> the lines a person reads. Each problem once, many of one kind in short, what is left out counted.

specs/acme/openapi.yaml:41:20: error E203: operationId "listPets" is used twice
   40 |     get:
   41 |       operationId: listPets
      |                    ^ first at /paths/~1pets/get
   help: rename one of the two
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..openapi.read.json_positions import Marks
from ..openapi.read.load import marks_of, position
from ..report import Problem, Report, Severity

_MOST_OF_A_KIND = 3
_LINE = 120


def show(report: Report) -> list[str]:
    """Return the lines for all problems, errors last, in the order of the stages."""
    shown: list[Problem] = []
    found: Counter[tuple[str, Severity]] = Counter()
    spoken = [each for each in report.problems if each.severity not in (Severity.LEFT_OUT, Severity.FOUND)]
    for problem in sorted(spoken, key=lambda each: each.severity is Severity.ERROR):
        kind = (problem.code, problem.severity)
        found[kind] += 1
        if problem.severity is Severity.ERROR or found[kind] <= _MOST_OF_A_KIND:
            shown.append(problem)
    marks = marks_of(report.sources, [problem.at for problem in shown])
    texts = {
        file: report.sources[file].split("\n") for file in {each.at.file for each in shown} & report.sources.keys()
    }
    lines = [line for problem in shown for line in _problem(problem, texts, marks)]
    for (code, severity), count in found.items():
        if severity is not Severity.ERROR and count > _MOST_OF_A_KIND:
            lines.append(f"... and {count - _MOST_OF_A_KIND} more {_word(severity)} {code}{_where(severity)}")
    return lines


def summary(report: Report) -> str:
    """Count errors and warnings."""
    errors = report.count(Severity.ERROR)
    warnings = report.count(Severity.REPAIRED, Severity.DEGRADED)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}."


def left_out(report: Report) -> str:
    """Say how much of a document was left out, "" where nothing was."""
    number = report.count(Severity.LEFT_OUT)
    return f"{count(number, 'thing')} left out; --report FILE lists {'it' if number == 1 else 'them'}" if number else ""


def _problem(problem: Problem, texts: Mapping[str, list[str]], marks: Mapping[str, Marks]) -> list[str]:
    """Return the lines for one problem. texts: file -> its lines. marks: file -> its positions."""
    text = texts.get(problem.at.file)
    line, column = position(marks.get(problem.at.file, {}), problem.at)
    place = f"{problem.at.file}:{line}:{column}" if text is not None or problem.at.line else problem.at.file
    lines = [f"{place}: {_word(problem.severity)} {problem.code}: {problem.message}"]
    if text and text != [""] and problem.severity is not Severity.UNSURE:
        lines.extend(_excerpt(text, line, column, problem.note))
    if problem.help:
        lines.append(f"   help: {problem.help}")
    return lines


def _excerpt(source: list[str], line: int, column: int, note: str) -> list[str]:
    """Return the line and the one before it, cut to the part around the column, and a mark below."""
    width = max(4, len(str(line)))
    start = max(0, column - _LINE // 2) if column > _LINE - 10 else 0
    lines: list[str] = []
    for number in range(max(1, line - 1), line + 1):
        if number <= len(source):
            lines.append(f"   {number:>{width}} | {_printable(source[number - 1], start)}".rstrip())
    lines.append(f"   {'':>{width}} | {' ' * (column - 1 - start)}^ {note}".rstrip())
    return lines


def _printable(text: str, start: int) -> str:
    """Return a stretch of a line in which every character takes one place."""
    part = text[start : start + _LINE]
    clean = "".join(each if each.isprintable() else " " for each in part)
    clean = f"...{clean[3:]}" if start and clean else clean
    return clean if len(text) <= start + _LINE else clean[:-3] + "..."


def _word(severity: Severity) -> str:
    if severity is Severity.UNSURE:
        return "note"
    return "error" if severity is Severity.ERROR else f"warning ({severity})"


def _where(severity: Severity) -> str:
    return "; --report FILE lists them" if severity is Severity.UNSURE else ""


def count(number: int, noun: str) -> str:
    """Spell a number of things."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
