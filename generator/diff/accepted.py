"""Accepted: breaking changes that somebody has agreed to, from specs/<provider>/accepted.toml.

    [[accepted]]
    id = "property-removed: Customer/email"
    reason = "nobody read it; agreed with the owners of the two callers"
    until = 2026-12-31

An entry that matches no finding is an error, so that the file never outlives what it is about.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import TypeIs

from ..data import as_list, as_map, is_list, is_map
from ..openapi.read.toml_file import read_toml
from ..report import Location, Report
from .changes import Finding


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry. until: the last day on which it counts."""

    id: str
    reason: str
    until: datetime.date
    at: Location

    def holds(self, today: datetime.date) -> bool:
        return today <= self.until


def read_accepted(path: Path, file: str, report: Report) -> tuple[Acceptance, ...]:
    """Read the entries of accepted.toml; raises SpecError when it is refused."""
    data = read_toml(path, file, "E701", report)
    entries = data.get("accepted", [])
    if set(data) - {"accepted"} or not is_list(entries):
        report.add(
            "E702", "the file holds other things than [[accepted]]", Location(file, line=1, column=1), help=_HELP
        )
    text = report.sources[file]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith("[[accepted]]")]
    lines += [1] * len(as_list(entries))
    found = [
        _entry(each, Location(file, line=line, column=1), report)
        for each, line in zip(as_list(entries), lines, strict=False)
    ]
    report.stop_on_error()
    return tuple(each for each in found if each)


_HELP = "an entry has `id`, `reason` and `until`, a date as in `until = 2026-12-31`"


def _entry(value: object, at: Location, report: Report) -> Acceptance | None:
    given = as_map(value)
    texts = [given.get(key) for key in ("id", "reason")]
    until = given.get("until")
    sound = is_map(value) and set(given) == {"id", "reason", "until"} and all(isinstance(each, str) for each in texts)
    if not sound or not all(str(each).strip() for each in texts) or not _is_date(until):
        report.add("E702", "the entry is not complete", at, help=_HELP)
        return None
    return Acceptance(str(texts[0]), str(texts[1]), until, at)


def _is_date(value: object) -> TypeIs[datetime.date]:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def match(entries: Iterable[Acceptance], findings: Iterable[Finding], report: Report) -> dict[str, Acceptance]:
    """Return finding id -> its entry; an entry that matches nothing, or stands twice, goes to the report."""
    known = {each.id for each in findings}
    found: dict[str, Acceptance] = {}
    for entry in entries:
        if entry.id not in known:
            message = f"the accepted change {entry.id!r} is not among the findings"
            help = "remove the entry: the change was never made, is undone, or has already landed"
            report.add("E703", message, entry.at, help=help)
        elif entry.id in found:
            report.add("E703", f"the change {entry.id!r} is accepted twice", entry.at, help="remove one of the two")
        found[entry.id] = entry
    return found
