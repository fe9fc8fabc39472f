"""Class names: what components and inline schemas are called, decided when all of them are known.

In: the components, and the groups of equal inline schemas with all their places. Out: each has a name, none twice. No
name depends on the order of the document. First come the names that are fixed, then the components', then titles, then
those of places, outer ones before inner ones. Of several that want the same name the one that has more of a claim gets
it, and none where they are alike; the others say more words of their places, then what kind they are, then a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...data import Json
from ..names import Names, fold
from ..schema.places import inner_place
from ..schema.union_words import kind_word, title_of
from ..schema.walk import Spot
from ..schema.wording import MOST_LETTERS, inner_name, shorter


@dataclass(eq=False, slots=True)
class Home:
    """What the names of inner schemas begin with: a component, an outermost place, or a class that was found.

    others: more telling names. keys: how names.lock calls its places, in order. origin: a pointer of the data. rank:
    which of two with the same name it belongs to, the lowest. former: the names that it had, with the version in which
    each goes.
    """

    name: str = ""
    others: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    origin: str = ""
    rank: int = 0
    fixed: str = ""
    schema: Json = None
    former: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """Where a schema stands. steps: the way from its home; pointer: the same as a pointer."""

    home: Home
    steps: tuple[Spot, ...]
    spot: Spot
    pointer: str

    @property
    def key(self) -> str:
        """What names.lock adds to a key of the home."""
        result = ""
        for step in self.steps:
            result = inner_place(result, step)
        return f"{result}&" if self._is_part else result

    @property
    def origin(self) -> str:
        return self.home.origin + self.pointer

    def named(self, base: str, names: Names, *, whole: bool = False) -> str:
        """Return the name for the place. base: the home's."""
        for step in self.steps:
            base = inner_name(base, step, names, whole=whole)
        return f"{base}Base" if self._is_part and not whole else base

    @property
    def _is_part(self) -> bool:
        """Say whether this is a branch of an allOf that others refer to."""
        return bool(self.steps) and self.steps[-1].steps[0] == "allOf"


@dataclass(eq=False, slots=True)
class Group(Home):
    """Equal schemas, which become one class. locks: by what names.lock knows it."""

    places: list[Place] = field(default_factory=list[Place])
    locks: tuple[str, ...] = ()

    def settle_places(self, places: list[Place], fixed: str, before: str, former: dict[str, str]) -> None:
        """Take all places of the class. fixed: the name that it has already, before: the one of names.lock, or ""."""
        self.places, self.fixed, self.former = places, fixed, former
        keys = sorted({key + place.key for place in places for key in place.home.keys}, key=_classes_last)
        self.keys = (*keys, *(f"@{name}" for name in dict.fromkeys((before, *former)) if name))
        self.origin = min((place.home.keys[0] + place.key, place.origin) for place in places)[1]
        self.rank = min(place.home.rank for place in places)

    def settle_locks(self) -> None:
        """Say by what names.lock knows the class: its places, those within a class of several by the name of that.

        What is around it has been settled.
        """
        begun: dict[Home, str] = {}
        for home in {place.home for place in self.places}:
            own = home.locks if isinstance(home, Group) else home.keys
            begun[home] = own[0] if len(own) == 1 else f"@{home.name}"
        self.locks = tuple(sorted({begun[place.home] + place.key for place in self.places}))


def _classes_last(key: str) -> tuple[bool, str]:
    return key.startswith("@"), key


_Wants = tuple[Home, list[str], tuple[int, ...]]
"""Who wants a name; the names, the best first; its claim."""


class Settling:
    """The names given out so far."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._taken: set[str] = set()

    def keep(self, fixed: Sequence[Home]) -> None:
        """Give the fixed names; where two have the same, it is that of the one with more places."""
        size = {each: len(each.places) if isinstance(each, Group) else 1 for each in fixed}
        for each in sorted(fixed, key=lambda each: (-size[each], each.keys)):
            if fold(each.fixed) not in self._taken:
                self._give(each, each.fixed)

    def keep_former(self, fixed: Sequence[Home]) -> list[tuple[Home, str]]:
        """Let nobody else have the names that classes had, and return those that somebody has."""
        lost: list[tuple[Home, str]] = []
        for each in sorted(fixed, key=lambda each: each.keys):
            for name in [*each.former]:
                if fold(name) in self._taken:
                    lost.append((each, name))
                    del each.former[name]
                self._taken.add(fold(name))
        return lost

    def components(self, found: Mapping[str, Home]) -> None:
        """Name the components. A key that is a class name has more of a claim than one that becomes the same."""
        wants: list[_Wants] = []
        for key, home in found.items():
            spelt = self._names.joined(key)
            wants.append((home, [*self._fitting([spelt, spelt + kind_word(home.schema)])], (int(spelt == key),)))
        self._compete(wants)
        self._number(wants)

    def titles(self, groups: Iterable[Group]) -> None:
        """Name after their titles those that have one that nobody else has, or in more places than all others."""
        titled = ((each, title_of(each.schema)) for each in groups)
        self._compete(
            [
                (each, [*self._fitting([self._names.joined(title)])], (len(each.places),))
                for each, title in titled
                if title
            ]
        )

    def places(self, groups: Sequence[Group]) -> None:
        """Name the others after their places. Those around them have their names."""
        wants: list[_Wants] = [(each, [*self._fitting(self._of_places(each))], (-each.rank,)) for each in groups]
        self._compete([each for each in wants if not each[0].name])
        self._number(wants)

    def _of_places(self, group: Group) -> Iterator[str]:
        """Yield what a group could be called after its places: the shortest, then those that say more."""
        names = self._names
        usual = sorted({each.named(each.home.name, names) for each in group.places}, key=_by_length)
        yield from usual
        homes = {each.home for each in group.places}
        for turn in range(max(len(home.others) for home in homes)):
            further = {
                each.named(each.home.others[turn], names) for each in group.places if turn < len(each.home.others)
            }
            yield from sorted(further, key=_by_length)
        yield from sorted({each.named(each.home.name, names, whole=True) for each in group.places}, key=_by_length)
        yield usual[0] + kind_word(group.schema)

    def _fitting(self, wanted: Iterable[str]) -> Iterator[str]:
        """Yield names that are short enough and may be those of classes."""
        for name in wanted:
            for each in shorter(name) if len(name) > MOST_LETTERS else (name,):
                yield self._names.class_name(each)

    def _compete(self, wants: Sequence[_Wants]) -> None:
        """Give names in rounds: each asks for its best, then for its next best."""
        for turn in range(max((len(each[1]) for each in wants), default=0)):
            asked: dict[str, list[_Wants]] = {}
            for each in wants:
                if not each[0].name and turn < len(each[1]) and (name := fold(each[1][turn])) not in self._taken:
                    asked.setdefault(name, []).append(each)
            for askers in asked.values():
                most = max(each[2] for each in askers)
                best = [each for each in askers if each[2] == most]
                if len(best) == 1:
                    self._give(best[0][0], best[0][1][turn])

    def _number(self, wants: Sequence[_Wants]) -> None:
        """Number those for which no words are left."""
        for home, found, _ in sorted(wants, key=lambda each: each[0].keys):
            number = 2
            while not home.name:
                if fold(name := f"{found[0]}{number}") not in self._taken:
                    self._give(home, name)
                number += 1

    def _give(self, home: Home, name: str) -> None:
        home.name = name
        self._taken.add(fold(name))


def _by_length(name: str) -> tuple[int, str]:
    return len(name), name
