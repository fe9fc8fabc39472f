"""Document: plain JSON data together with the place every value came from.

Stages move values about; each move is recorded in `origins`, so that a value of the last stage still leads to its line
in the file the user wrote. Line and column are computed only when something is printed (see `load.position`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...data import Json, is_list, is_map
from ...report import Location


@dataclass(frozen=True, slots=True)
class Document:
    """file: the root document as the user named it. origins: pointer in `data` -> where that value was read."""

    file: str
    data: Any
    origins: Mapping[str, Location] = field(default_factory=dict[str, Location])

    def at(self, pointer: str) -> Location:
        """Return the place in the source of the value at a pointer of `data`."""
        prefix = pointer
        while prefix not in self.origins:
            if not prefix:
                return Location(self.file, pointer)
            prefix = prefix.rpartition("/")[0]
        origin = self.origins[prefix]
        return replace(origin, pointer=origin.pointer + pointer[len(prefix) :])

    def evolve(self, data: Json, moved: Mapping[str, str]) -> Document:
        """Return the document with new data; moved: new pointer -> pointer in the old data."""
        origins = {**self.origins, **{new: self.at(old) for new, old in moved.items()}}
        return Document(self.file, data, origins)

    def get(self, pointer: str) -> Json:
        """Return the value at a pointer; KeyError when there is none."""
        value: Json = self.data
        for token in tokens(pointer):
            value = child(value, token)
        return value

    def follow(self, value: Json, pointer: str) -> tuple[Json, str]:
        """Follow `$ref` until the value is no reference; returns the value and its pointer."""
        while is_map(value) and isinstance(reference := value.get("$ref"), str):
            pointer = reference[1:]
            value = self.get(pointer)
        return value, pointer


def tokens(pointer: str) -> Iterator[str]:
    """Split an RFC 6901 pointer.

    >>> list(tokens("/paths/~1pets/get"))
    ['paths', '/pets', 'get']
    """
    return (token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


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
