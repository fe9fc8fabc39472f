"""Sources: where the findings stand in them: lines, columns, and a few lines around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..data import Json
from ..openapi.read.load import marks_of, position
from ..report import Location
from .changes import Finding
from .lines import candidates, line_of
from .review import Excerpt

_LINES = 10
_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Placed:
    """findings: with lines and columns. excerpts: finding id -> both sides.

    near: finding id -> the line of the new side that held what is gone.
    """

    findings: tuple[Finding, ...]
    excerpts: dict[str, tuple[Excerpt | None, Excerpt | None]]
    near: dict[str, Location]


def placed(findings: Iterable[Finding], old: Mapping[str, str], new: Mapping[str, str]) -> Placed:
    """Return where findings stand in the sources. old, new: file -> text."""
    given = list(findings)
    before = _Sources(old, [(each, each.old_at) for each in given])
    gone = {each.id: _twin(each.old_at, new) for each in given if each.new_at is None}
    after = _Sources(new, [(each, each.new_at or gone.get(each.id)) for each in given])
    found: list[Finding] = []
    excerpts: dict[str, tuple[Excerpt | None, Excerpt | None]] = {}
    near: dict[str, Location] = {}
    for each in given:
        each = replace(each, old_at=before.located(each.old_at), new_at=after.located(each.new_at))
        found.append(each)
        excerpts[each.id] = (
            before.excerpt(each, each.old_at, each.old),
            after.excerpt(each, each.new_at, each.new),
        )
        if place := after.located(gone.get(each.id)):
            near[each.id] = place
    return Placed(tuple(found), excerpts, near)


def _twin(place: Location | None, new: Mapping[str, str]) -> Location | None:
    """Return the place of the same pointer on the new side, in the file of the same name, else in the first."""
    if place is None or not new:
        return None
    name = place.file.rpartition("/")[2]
    return replace(place, file=next((each for each in new if each.rpartition("/")[2] == name), next(iter(new))))


class _Sources:
    """The texts of one side, each split and searched once."""

    def __init__(self, texts: Mapping[str, str], places: Iterable[tuple[Finding, Location | None]]) -> None:
        wanted = [
            replace(place, pointer=pointer)
            for finding, place in places
            if place
            for pointer in (place.pointer, *candidates(finding, place))
        ]
        self._marks = marks_of(texts, wanted)
        self._lines = {file: texts[file].split("\n") for file in self._marks}

    def located(self, place: Location | None) -> Location | None:
        """Return a place with its line and column; of the nearest parent that is there."""
        if place is None or place.file not in self._marks:
            return place
        line, column = position(self._marks[place.file], replace(place, is_key=True))
        return replace(place, line=line, column=column)

    def excerpt(self, finding: Finding, place: Location | None, value: Json) -> Excerpt | None:
        """Return the line that changed and those around it that belong to the place, by their indent."""
        if place is None or place.file not in self._lines:
            return None
        lines = self._lines[place.file]
        mark = line_of(finding, place, value, self._marks[place.file], lines)
        first = place.line - 1 if place.line <= mark < place.line + _LINES else max(0, mark - 3)
        indent = _indent(lines[first])
        last = max(first + 1, mark)
        while (
            last < len(lines) and last - first < _LINES and (not lines[last].strip() or _indent(lines[last]) > indent)
        ):
            last += 1
        while not lines[last - 1].strip() and last - 1 > first:
            last -= 1
        start = max(0, first - 1)
        shown = tuple(line if len(line) <= _WIDTH else f"{line[: _WIDTH - 3]}..." for line in lines[start:last])
        return Excerpt(place.file, start + 1, mark, shown)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
