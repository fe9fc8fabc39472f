"""GitHub: reviews -> annotations, which appear beside the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from ..review import Review
from .words import summary

_WORDS = {"major": "error", "minor": "warning", "patch": "notice"}
_MOST = 10
"""GitHub shows ten annotations of each kind for a step."""


def github(reviews: Sequence[Review]) -> str:
    """Return workflow commands, one a line; faults first; what was removed stands where it was."""
    lines: list[str] = []
    for review in reviews:
        for each in review.faults[:_MOST]:
            at = f"file={_property(each.at.file)},line={max(1, each.at.line)},title={each.severity} {each.code}"
            lines.append(f"::warning {at}::{_data(each.message)}")
        for level, word in _WORDS.items():
            found = review.open(level)
            for finding in found[:_MOST]:
                place = finding.new_at or review.near.get(finding.id)
                where = {"file": place.file, "line": str(max(1, place.line))} if place else {"file": review.new}
                where["title"] = f"{level}: {finding.rule}"
                options = ",".join(f"{key}={_property(value)}" for key, value in where.items())
                lines.append(f"::{word} {options}::{_data(finding.message)}")
            if len(found) > _MOST:
                lines.append(f"::{word}::{_data(f'{review.name}: {len(found) - _MOST} more {level} findings')}")
        lines.append(f"::notice::{_data(summary(review))}")
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
