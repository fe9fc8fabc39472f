"""Class names: what components and inline schemas are called, decided when all of them are known.

In: the components, and the groups of equal inline schemas with all their places. Out: each has a name, none twice. No
name depends on the order of the document. First come the names that are fixed, then the components', then titles, then
those of places, outer ones before inner ones. Of several that want the same name the one that has more of a claim gets
it, and none where they are alike; the others say more words of their places, then what kind they are, then a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

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


@dataclass(frozen=True, eq=False)
class Place:
    """Where a schema stands. steps: the way from its home; pointer: the same as a pointer."""

    home: Home
    steps: tuple[Spot, ...]
    spot: Spot
    pointer: str

    @cached_property
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
        return bool(self.steps) and self.steps[-1].keyword == "allOf"


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


class _Wish:
    """Who wants a name, what claim it has to it, and the names, the best first: most are never asked for."""

    def __init__(self, home: Home, names: Iterable[str], claim: int) -> None:
        self.home, self.claim = home, claim
        self.best = ""
        self._names = iter(names)

    def next(self) -> str:
        """Return the next best name, "" where there is none left."""
        name = next(self._names, "")
        self.best = self.best or name
        return name


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
        wishes: list[_Wish] = []
        for key, home in found.items():
            spelt = self._names.joined(key)
            wishes.append(_Wish(home, self._fitting([spelt, spelt + kind_word(home.schema)]), int(spelt == key)))
        self._compete(wishes)
        self._number(wishes)

    def titles(self, groups: Iterable[Group]) -> None:
        """Name after their titles those that have one that nobody else has, or in more places than all others."""
        titled = ((each, title_of(each.schema)) for each in groups)
        self._compete(
            [
                _Wish(each, self._fitting([self._names.joined(title)]), len(each.places))
                for each, title in titled
                if title
            ]
        )

    def places(self, groups: Sequence[Group]) -> None:
        """Name the others after their places. Those around them have their names."""
        wishes = [_Wish(each, self._fitting(self._of_places(each)), -each.rank) for each in groups]
        self._compete(wishes)
        self._number(wishes)

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

    def _compete(self, wishes: Iterable[_Wish]) -> None:
        """Give names in rounds: each asks for its best, then for its next best."""
        asking = [(each, name) for each in wishes if not each.home.name and (name := each.next())]
        while asking:
            asked: dict[str, list[tuple[_Wish, str]]] = {}
            for each, name in asking:
                if (folded := fold(name)) not in self._taken:
                    asked.setdefault(folded, []).append((each, name))
            for askers in asked.values():
                most = max(each.claim for each, _ in askers)
                best = [each for each in askers if each[0].claim == most]
                if len(best) == 1:
                    self._give(best[0][0].home, best[0][1])
            asking = [(each, name) for each, _ in asking if not each.home.name and (name := each.next())]

    def _number(self, wishes: Iterable[_Wish]) -> None:
        """Number those for which no words are left."""
        for each in sorted(wishes, key=lambda each: each.home.keys):
            number = 2
            while not each.home.name:
                if fold(name := f"{each.best}{number}") not in self._taken:
                    self._give(each.home, name)
                number += 1

    def _give(self, home: Home, name: str) -> None:
        home.name = name
        self._taken.add(fold(name))


def _by_length(name: str) -> tuple[int, str]:
    return len(name), name
