"""Matching: which member of a union of the old side is which one of the new side. Identity goes before likeness."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..ir import Tag
from .equality import same_types
from .resolved import Constant, Resolved, Resolver
from .spelling import spelt

if TYPE_CHECKING:
    from .walk import Walk


class Matching:
    """Compares members of two unions, which have or have not a property that tells them apart."""

    def __init__(self, walk: Walk, old: Tag | None, new: Tag | None) -> None:
        self._walk = walk
        self._classes = walk.classes
        self._values = values_of(old), values_of(new)

    def matched(
        self, old: Sequence[Resolved], new: Sequence[Resolved]
    ) -> tuple[list[tuple[Resolved, Resolved]], list[Resolved], list[Resolved]]:
        """Return the members of both sides, and those of the old and of the new side only."""
        pairs = self.same(old, new)
        gone = [each for each in old if not any(each is one for one, _ in pairs)]
        came = [each for each in new if not any(each is other for _, other in pairs)]
        for fits in (self.is_alike, self._same_type, self._same_words, self._same_kind):
            _pair(gone, came, fits, pairs, self._classes.shared if fits == self.is_alike else None)
        return pairs, gone, came

    def same(self, old: Sequence[Resolved], new: Sequence[Resolved]) -> list[tuple[Resolved, Resolved]]:
        """Return the members that are the same on both sides, and not only alike."""
        pairs: list[tuple[Resolved, Resolved]] = []
        gone, came = list(old), list(new)
        for fits in (self._same_tag, self._same_class, self._same_constants, self._classes.are_equal):
            _pair(gone, came, fits, pairs)
        return pairs

    def is_alike(self, one: Resolved, other: Resolved) -> bool:
        return one.kind == "class" == other.kind and not self._apart(one, other) and self._classes.are_alike(one, other)

    def _tags(self, one: Resolved, other: Resolved) -> tuple[set[str], set[str]]:
        return self._values[0].get(one.model, set()), self._values[1].get(other.model, set())

    def _constants(self, one: Resolved, other: Resolved) -> list[tuple[Constant, Constant]]:
        """Return the values of the properties that both classes have with one value each."""
        before, after = constants_of(self._walk.old, one.model), constants_of(self._walk.new, other.model)
        return [(before[wire], after[wire]) for wire in before if wire in after]

    def _apart(self, one: Resolved, other: Resolved) -> bool:
        """Say whether two classes are told apart by a property, so that they are never one."""
        was, now = self._tags(one, other)
        constants = self._constants(one, other)
        return bool(was and now and not was & now) or any(before != after for before, after in constants)

    def _same_tag(self, one: Resolved, other: Resolved) -> bool:
        was, now = self._tags(one, other)
        return bool(was & now)

    def _same_class(self, one: Resolved, other: Resolved) -> bool:
        return bool(one.model) and self._classes.partner.get(one.model) == other.model

    def _same_constants(self, one: Resolved, other: Resolved) -> bool:
        constants = self._constants(one, other) if one.kind == "class" == other.kind else []
        return bool(constants) and not self._apart(one, other)

    def _same_type(self, one: Resolved, other: Resolved) -> bool:
        return self._same_kind(one, other) and same_types(one.type, other.type)

    def _same_words(self, one: Resolved, other: Resolved) -> bool:
        return self._same_kind(one, other) and spelt(one, self._walk.old) == spelt(other, self._walk.new)

    def _same_kind(self, one: Resolved, other: Resolved) -> bool:
        return one.kind != "class" and one.kind == other.kind


def _pair(
    gone: list[Resolved],
    came: list[Resolved],
    fits: Callable[[Resolved, Resolved], bool],
    pairs: list[tuple[Resolved, Resolved]],
    best: Callable[[Resolved, Resolved], int] | None = None,
) -> None:
    """Move the members that fit from both sides to the pairs. best: which of several it is; the first, if not said."""
    for one in list(gone):
        fitting = [other for other in came if fits(one, other)]
        if fitting:
            found = max(fitting, key=lambda other: best(one, other)) if best else fitting[0]
            pairs.append((one, found))
            gone[:] = [each for each in gone if each is not one]
            came[:] = [each for each in came if each is not found]


def values_of(tag: Tag | None) -> dict[str, set[str]]:
    """Return class -> its values of the property that tells classes apart."""
    found: dict[str, set[str]] = {}
    for value, model in tag.mapping if tag else ():
        found.setdefault(model, set()).add(value)
    return found


def constants_of(side: Resolver, model: str) -> Mapping[str, Constant]:
    """Return wire name -> value, of the properties of a class that have one value."""
    found = {wire: side.resolve(each.field.type).values for wire, each in side.attributes(model).items()}
    return {wire: values[0] for wire, values in found.items() if values and len(values) == 1}
