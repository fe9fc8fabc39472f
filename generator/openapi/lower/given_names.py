"""Names for all operations of a document, none twice: those that are locked first, then as a person would choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from ..names import Names, Scope
from ..read.provider import Lock
from ..schema.walk import METHODS
from .method_names import candidates
from .naming import free_name
from .placing import Heard, Placed, placed

_NONE: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Named(NamedTuple):
    """What an operation is called: `resource.name` from the client. resource: dotted, outermost first. former: each
    name from before that works as well -> the version in which it goes."""

    resource: str
    name: str
    former: Mapping[str, str] = MappingProxyType({})

    @property
    def dotted(self) -> str:
        return f"{self.resource}.{self.name}"


class _Given:
    """The names that were given out in each resource; "" is the client itself."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._scopes: dict[str, Scope] = {"": Scope(names.reserved.resources)}
        self._attributes: dict[tuple[str, ...], str] = {}
        self._files = Scope()

    def scope(self, resource: str) -> Scope:
        """Return the scope of the attributes of a resource."""
        return self._scopes.setdefault(resource, Scope(self._names.reserved.methods))

    def keep(self, resource: str) -> None:
        """Take a dotted name as it stands, with all on the way to it."""
        parts = tuple(resource.split("."))
        for depth in range(1, len(parts) + 1):
            if parts[:depth] not in self._attributes:
                around = ".".join(parts[: depth - 1])
                self.scope(around).take(parts[depth - 1])
                self._files.take("_".join(parts[:depth]))
                self._attributes[parts[:depth]] = ".".join(parts[:depth])

    def keep_former(self, dotted: str) -> bool:
        """Take the name that a method had, and say whether nobody has it, nor anything on the way to it."""
        *parts, name = dotted.split(".")
        for depth in range(1, len(parts) + 1):
            is_known = tuple(parts[:depth]) in self._attributes
            is_taken = parts[depth - 1] in self.scope(".".join(parts[: depth - 1]))
            if not is_known and (is_taken or "_".join(parts[:depth]) in self._files):
                return False
        self.keep(".".join(parts))
        is_free = name not in self.scope(".".join(parts))
        self.scope(".".join(parts)).take(name)
        return is_free

    def resource(self, steps: Sequence[str]) -> str:
        """Return the dotted name of a resource. steps: how its parts would be called."""
        dotted = ""
        for depth in range(1, len(steps) + 1):
            key = tuple(steps[:depth])
            if key not in self._attributes:
                free = self._free(dotted, steps[depth - 1])
                self._attributes[key] = f"{dotted}.{free}" if dotted else free
            dotted = self._attributes[key]
        return dotted

    def _free(self, around: str, wanted: str) -> str:
        """Return an attribute that is free in a resource, and whose file is."""
        scope, number = self.scope(around), 2
        free = scope.take(f"{wanted}_" if around and wanted in self._names.reserved.nested else wanted)
        while (file := "_".join([*around.split("."), free]) if around else free) in self._files:
            free, number = scope.take(f"{wanted}_{number}"), number + 1
        self._files.take(file)
        return free


def given_names(
    heard: Sequence[Heard], locked: Mapping[str, str], names: Names, former: Mapping[str, Mapping[str, str]] = _NONE
) -> list[Named]:
    """Name operations, in the order given. locked: `GET /path` -> dotted name, resource and method. former: the same ->
    each name that is to work as well, of those with a locked name -> the version in which it goes.

    Shorter paths choose first, whatever the order of the document.
    """
    given = _Given(names)
    found = placed(heard)
    kept = {at: locked[each.key] for at, each in enumerate(heard) if each.key in locked}
    result: dict[int, Named] = {}
    for at, dotted in kept.items():
        resource, _, name = dotted.rpartition(".")
        given.keep(resource)
        result[at] = Named(resource, name)
    for one in result.values():
        given.scope(one.resource).take(one.name)
    for at in sorted(result, key=lambda at: heard[at].key):
        had = former.get(heard[at].key, {})
        result[at] = result[at]._replace(former={old: end for old, end in had.items() if given.keep_former(old)})
    wanted = candidates(found, names)
    order = sorted((at for at in range(len(found)) if at not in kept), key=lambda at: _order(heard[at]))
    resources = {at: given.resource(_attributes(found[at], names)) for at in order}
    for at in order:
        result[at] = Named(resources[at], free_name(wanted[at], given.scope(resources[at])))
    return [result[at] for at in range(len(found))]


def settled_names(heard: Sequence[Heard], chosen: Set[str], locked: Lock, names: Names) -> list[Named]:
    """Name operations as `given_names` does, and let the names that are given up work as well.

    chosen: the keys of those that their owner names, whatever names.lock says.
    """
    given = given_names(heard, {key: name for key, name in locked.names.items() if key not in chosen}, names)
    had = {each.key: locked.had([each.key], one.dotted) for each, one in zip(heard, given, strict=True)}
    if not any(had.values()):
        return given
    known = {
        each.key: one.dotted
        for each, one in zip(heard, given, strict=True)
        if each.key in locked.names or each.key in chosen
    }
    return given_names(heard, known, names, had)


def _order(each: Heard) -> tuple[int, str, int]:
    return each.path.count("/"), each.path, METHODS.index(each.method) if each.method in METHODS else len(METHODS)


def _attributes(one: Placed, names: Names) -> list[str]:
    """Spell the parts of a resource. A digit in front is written as a word."""
    return [names.snake(_spelt(step.words)) for step in one.resource]


def _spelt(words: tuple[str, ...]) -> str:
    name = "_".join(words)
    return f"{_DIGITS[int(name[0])]}_{name[1:].lstrip('_')}".rstrip("_") if name[0] in "0123456789" else name
