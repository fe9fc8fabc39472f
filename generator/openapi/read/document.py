"""Draft and Document: plain JSON data together with the place every value came from.

A draft is what is read, mended and normalized; a document is what comes of it. Stages move values about; each move is
recorded in `origins`, so that a value of the last stage still leads to its line in the file the user wrote. Line and
column are computed only when something is printed (see `load.position`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from ...data import Json, is_list, is_map
from ...report import Location


@dataclass(slots=True)
class Draft:
    """A document on its way to the normal form: every stage and pass up to there changes it in place.

    file: the root document as the user named it. origins: pointer in `data` -> where that value was read. whole: where
    only a part is wanted, path, method and operation of all that there were, in document order. places: class -> how
    names.lock calls its places, where the document does not say its name. former: class -> the names that it had, with
    the version in which each goes.
    """

    file: str
    data: dict[str, Json]
    origins: dict[str, Location] = field(default_factory=dict[str, Location])
    whole: tuple[tuple[str, str, dict[str, Json]], ...] = ()
    places: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    former: dict[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    def at(self, pointer: str) -> Location:
        """Return the place in the source of the value at a pointer of `data`."""
        return _at(self.file, self.origins, pointer)

    def get(self, pointer: str) -> Json:
        """Return the value at a pointer; KeyError when there is none."""
        return value_at(self.data, pointer)

    def move(self, moved: Mapping[str, str]) -> None:
        """Record that values stand elsewhere now. moved: new pointer -> the one before."""
        self.origins.update({new: self.at(old) for new, old in moved.items()})

    def freeze(self) -> Document:
        """Return the finished document. The draft is empty then: nothing changes what later stages read."""
        origins, places = MappingProxyType(self.origins), MappingProxyType(self.places)
        document = Document(self.file, self.data, origins, self.whole, places, MappingProxyType(self.former))
        self.data, self.origins, self.places, self.former = {}, {}, {}, {}
        return document


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is not changed any more, with the place every value of it came from. Fields as in Draft."""

    file: str
    data: Mapping[str, Json]
    origins: Mapping[str, Location] = field(default_factory=dict[str, Location])
    whole: tuple[tuple[str, str, dict[str, Json]], ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    def at(self, pointer: str) -> Location:
        """Return the place in the source of the value at a pointer of `data`."""
        return _at(self.file, self.origins, pointer)

    def get(self, pointer: str) -> Json:
        """Return the value at a pointer; KeyError when there is none."""
        return value_at(self.data, pointer)

    def follow(self, value: Json, pointer: str) -> tuple[Json, str]:
        """Follow `$ref` until the value is no reference; returns the value and its pointer."""
        while is_map(value) and isinstance(reference := value.get("$ref"), str):
            pointer = reference[1:]
            value = self.get(pointer)
        return value, pointer


def _at(file: str, origins: Mapping[str, Location], pointer: str) -> Location:
    """Return where a value was read: the origin of the nearest value around it, and the way from there."""
    prefix = pointer
    while prefix not in origins:
        if not prefix:
            return Location(file, pointer)
        prefix = prefix.rpartition("/")[0]
    origin = origins[prefix]
    rest = pointer[len(prefix) :]
    return Location(origin.file, origin.pointer + rest, origin.line, origin.column, origin.is_key)


def value_at(data: Json | Mapping[str, Json], pointer: str) -> Json:
    """Return the value at a pointer of some data; KeyError when there is none."""
    value = cast("Json", data)
    for token in tokens(pointer):
        value = child(value, token)
    return value


def tokens(pointer: str) -> Iterator[str]:
    """Split an RFC 6901 pointer.

    >>> list(tokens("/paths/~1pets/get"))
    ['paths', '/pets', 'get']
    """
    return (token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def component_name(pointer: str) -> str:
    """Return the name that a schema has as a component of its document; "" for a pointer to anything else.

    >>> component_name("/components/schemas/a~1b"), component_name("/components/schemas/Pet/properties/name")
    ('a/b', '')
    """
    parts = list(tokens(pointer))
    return parts[2] if parts[:2] == ["components", "schemas"] and len(parts) == 3 else ""


def join(pointer: str, *parts: str | int) -> str:
    """Extend a pointer.

    >>> join("/paths", "/pets", "get")
    '/paths/~1pets/get'
    """
    for part in parts:
        token = str(part)
        if "~" in token or "/" in token:
            token = token.replace("~", "~0").replace("/", "~1")
        pointer = f"{pointer}/{token}"
    return pointer


def pointers(value: Json, pointer: str = "") -> Iterator[str]:
    """Yield the pointer of a value and of everything inside it.

    >>> list(pointers({"a/b": [1, {}]}))
    ['', '/a~1b', '/a~1b/0', '/a~1b/1']
    """
    yield pointer
    members = value.items() if is_map(value) else enumerate(value) if is_list(value) else ()
    for key, each in members:
        yield from pointers(each, join(pointer, key))


def child(value: Json, token: str) -> Json:
    """Return a member or element; KeyError when there is none."""
    if is_map(value) and token in value:
        return value[token]
    if is_list(value) and token.isascii() and token.isdigit() and int(token) < len(value):
        return value[int(token)]
    raise KeyError(token)
