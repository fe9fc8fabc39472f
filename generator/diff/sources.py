"""Sources: where the findings stand in them: lines, columns, and a few lines around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..openapi.read.load import marks_of, position
from ..report import Location
from .changes import Finding
from .review import Excerpt

_LINES = 10
_WIDTH = 200


def placed(
    findings: Iterable[Finding], old: Mapping[str, str], new: Mapping[str, str]
) -> tuple[tuple[Finding, ...], dict[str, tuple[Excerpt | None, Excerpt | None]]]:
    """Return the findings with line and column in their places, and the excerpts. old, new: file -> text."""
    given = list(findings)
    before = _Sources(old, [each.old_at for each in given])
    after = _Sources(new, [each.new_at for each in given])
    found: list[Finding] = []
    excerpts: dict[str, tuple[Excerpt | None, Excerpt | None]] = {}
    for each in given:
        each = replace(each, old_at=before.located(each.old_at), new_at=after.located(each.new_at))
        found.append(each)
        excerpts[each.id] = (before.excerpt(each.old_at), after.excerpt(each.new_at))
    return tuple(found), excerpts


class _Sources:
    """The texts of one side, each split and searched once."""

    def __init__(self, texts: Mapping[str, str], places: Iterable[Location | None]) -> None:
        self._marks = marks_of(texts, [place for place in places if place])
        self._lines = {file: texts[file].split("\n") for file in self._marks}

    def located(self, place: Location | None) -> Location | None:
        """Return a place with its line and column."""
        if place is None or place.file not in self._marks:
            return place
        line, column = position(self._marks[place.file], replace(place, is_key=True))
        return replace(place, line=line, column=column)

    def excerpt(self, place: Location | None) -> Excerpt | None:
        """Return the line of a place and those below that belong to it, by their indent."""
        if place is None or place.file not in self._lines:
            return None
        lines = self._lines[place.file]
        first = place.line - 1
        indent = _indent(lines[first])
        last = first + 1
        while (
            last < len(lines) and last - first < _LINES and (not lines[last].strip() or _indent(lines[last]) > indent)
        ):
            last += 1
        while not lines[last - 1].strip() and last - 1 > first:
            last -= 1
        start = max(0, first - 1)
        shown = tuple(line if len(line) <= _WIDTH else f"{line[: _WIDTH - 3]}..." for line in lines[start:last])
        return Excerpt(place.file, start + 1, place.line, shown)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
