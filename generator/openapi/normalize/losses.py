"""Losses: what the branches of a composition say that no schema made of them does. Each is said once, as left out."""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_map
from ...report import Report
from ..read.document import Draft
from ..schema.beside import tighter
from ..schema.kinds import kinds_of
from ..schema.vocabulary import is_reference, target

_SINGLE = ("pattern", "not", "contains", "propertyNames", "multipleOf", "dependentRequired", "if")
"""Keywords of which a schema has one, and two values of them make no third one."""


class Losses:
    """Tells the report what is lost at one place at a time: that of the composition which is being settled."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._report = report
        self._said: set[tuple[str, str, str]] = set()
        self.pointer = ""

    def properties(self, mine: dict[str, Json], other: dict[str, Json]) -> None:
        """Name the properties that two schemas describe differently; the later description is taken."""
        first, second = as_map(mine.get("properties")), as_map(other.get("properties"))
        for name in [name for name in first if name in second and disagree(first[name], second[name])]:
            self._say("E313", f"two branches describe {name!r} differently; `build` takes what the later one says")

    def values(self, mine: dict[str, Json], other: dict[str, Json]) -> None:
        """Say that two enumerations share no value, or that two values of a keyword make no third one; the later is
        taken."""
        first, second = as_list(mine.get("enum")), as_list(other.get("enum"))
        if first and second and not any(each in second for each in first):
            self._say("E313", "two branches have no value of `enum` in common; `build` takes those of the later one")
        for key in [key for key in _SINGLE if key in mine and key in other]:
            if tighter(key, mine[key], other[key]) is None:
                self._say("E313", f"two branches have another `{key}` each; `build` takes that of the later one")

    def closing(self) -> None:
        """Say that a closed branch is opened."""
        self._say("E314", "a branch is closed, which forbids what the others add; `build` opens it")

    def members(self, count: int) -> None:
        """Say that the members of a union become one."""
        self._say(
            "E315", f"{count} members of a union share properties; `build` makes one class with the fields of all"
        )

    def alternatives(self) -> None:
        """Say that a union of nothing but demands is dropped."""
        self._say("E316", "no type says which properties have to be there together; `build` demands none of them")

    def union(self) -> None:
        """Say that a value has to fit two unions at once, and that one of them is taken."""
        self._say("E317", "a value has to fit two unions at once; `build` takes one of them")

    def _say(self, code: str, message: str) -> None:
        known = (code, message, self.pointer)
        if known not in self._said:
            self._said.add(known)
            self._report.left_out(code, message, self._draft.at(self.pointer))


def disagree(mine: Json, other: Json) -> bool:
    """Say whether the later of two descriptions of a property is not just more precise.

    >>> disagree({"type": "number"}, {"type": "integer", "minimum": 1}), disagree({}, {"$ref": "#/x"})
    (False, False)
    >>> disagree({"type": "string"}, {"type": "array"}), disagree({"$ref": "#/x"}, {"$ref": "#/y"})
    (True, True)
    """
    if not (is_map(mine) and is_map(other)):
        return False
    if is_reference(mine):
        return is_reference(other) and target(mine) != target(other)
    kinds, others = kinds_of(mine), kinds_of(other)
    return bool(kinds) and bool(others) and not set(others) <= set(kinds)
