"""JSON: reviews -> the machine's report. `schema.json` beside this file says what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ...report import Location, Problem
from ..changes import Finding, worst
from ..review import Review


def as_json(reviews: Sequence[Review]) -> str:
    """Return the findings of all reviews as one JSON document."""
    notes = [note for review in reviews for note in review.changes.notes]
    findings = [_finding(review, each) for review in reviews for each in review.changes.findings]
    content = {
        "level": worst([review.level for review in reviews]),
        "faults": [_fault(review, each) for review in reviews for each in review.faults],
        "findings": findings,
        "notes": [{"level": note.level, "message": note.message} for note in notes],
        "versions": {
            review.name: {"old": review.versions.old, "new": review.versions.new, "asked": review.versions.asked}
            for review in reviews
            if review.versions
        },
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _fault(review: Review, problem: Problem) -> dict[str, Any]:
    return {
        "provider": review.name,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "help": problem.help,
        "at": spelt(problem.at),
    }


def _finding(review: Review, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level,
        "kinds": list(finding.kinds),
        "direction": finding.direction,
        "provider": review.name,
        "operation": finding.operation or next(iter(finding.operations), ""),
        "operations": list(finding.operations),
        "path": finding.path,
        "python": list(finding.python),
        "old": finding.old,
        "new": finding.new,
        "old_at": spelt(finding.old_at),
        "new_at": spelt(finding.new_at),
        "message": finding.message,
        "hint": finding.hint,
        "details": list(finding.details),
        "accepted": finding.id in review.accepted,
    }


def spelt(place: Location | None) -> str | None:
    """Spell a place as `file:line`."""
    return f"{place.file}:{max(1, place.line)}" if place else None
