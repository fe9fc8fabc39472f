"""Faults: what the front end mended, gave up or left out on the new side and not on the old one.

They are told before the changes, as a change that comes of a fault is none that anybody wanted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ..openapi.read.load import marks_of, position
from ..report import Problem, Report, Severity
from .changes import Finding


def new_faults(old: Report, new: Report) -> tuple[Problem, ...]:
    """Return the problems that only the new side has, with lines in their places; what was found is none.

    Two are the same when they say the same of the same place; numbers of members do not count, as they move.
    """
    known = Counter(_key(each) for each in old.problems)
    found: list[Problem] = []
    for each in new.problems:
        if each.severity in (Severity.FOUND, Severity.UNSURE):
            continue
        known[_key(each)] -= 1
        if known[_key(each)] < 0:
            found.append(each)
    marks = marks_of(new.sources, [each.at for each in found])
    return tuple(_located(each, *position(marks.get(each.at.file, {}), each.at)) for each in found)


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.message, re.sub(r"/\d+(?=/|$)", "/*", problem.at.pointer)


def _located(problem: Problem, line: int, column: int) -> Problem:
    return replace(problem, at=replace(problem.at, line=line, column=column))


def blamed(findings: Iterable[Finding], faults: Iterable[Problem]) -> tuple[Finding, ...]:
    """Return the findings; a type that became any through a fault says so, and is no patch."""
    lost = [each for each in faults if each.severity is Severity.DEGRADED]
    return tuple(_blamed(each, lost) if lost and _became_any(each) else each for each in findings)


def _became_any(finding: Finding) -> bool:
    old, new = ({*re.findall(r"\w+", str(each))} for each in (finding.old, finding.new))
    return finding.rule.startswith("type-") and "any" in new - old


def _blamed(finding: Finding, lost: list[Problem]) -> Finding:
    pointer = finding.new_at.pointer if finding.new_at else ""
    near = [each for each in lost if f"{each.at.pointer}/".startswith(f"{pointer}/")] or lost[:1]
    place = f"{near[0].at.file}:{near[0].at.line}"
    level = "minor" if finding.level == "patch" else finding.level
    message = f"{finding.message}; through a fault, {near[0].code} at {place}"
    return replace(finding, level=level, message=message, hint="mend the document")
