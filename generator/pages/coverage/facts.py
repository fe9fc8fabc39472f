"""Fact: one thing that a page or a document states, what it is about, and where it stands.

>>> Subject("GET /pets", "200", ("items", "[]", "name")).text
'200 items[].name'
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from ...data import Json, is_list, is_map

ITEM, VALUE = "[]", "{}"
"""The steps from an array to its items and from a map to its values."""

EXISTS = ""
"""The kind of a fact that says only that its subject is there."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file, line and column from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a fact is about.

    operation: "GET /pets", or "" for the document as a whole. part: operation, path, query, header, cookie, body, a
    status ("200"), its headers ("200 header"), server, security, info; "" for a field or parameter of an unknown part.
    names: the way down from there; "[]" is an item of an array, "{}" a value of a map.
    """

    operation: str
    part: str
    names: tuple[str, ...] = ()

    def below(self, *names: str) -> Subject:
        """Return a subject further down."""
        return replace(self, names=(*self.names, *names))

    @property
    def path(self) -> str:
        """The names as a person writes them."""
        text = ""
        for name in self.names:
            text += name if name in (ITEM, VALUE) or not text else f".{name}"
        return text

    @property
    def text(self) -> str:
        """Part and names: what SOURCES.md calls the subject."""
        return f"{self.part} {self.path}".strip()


@dataclass(frozen=True, slots=True)
class Fact:
    """kind: EXISTS, or type, format, enum, run, required, nullable and so on. value: see `spelled`."""

    subject: Subject
    kind: str
    value: str
    at: Place


def spelled(value: Json) -> str:
    """Spell a value so that equal values are equal texts; text that looks like another value is quoted.

    >>> spelled(5.0), spelled("a"), spelled("5"), spelled(True)
    ('5', 'a', '"5"', 'true')
    """
    if isinstance(value, str) and read(value) is value:
        return value
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def read(text: str) -> Json:
    """Return the number, boolean or null that a text spells, else the text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return text if isinstance(value, (str, list, dict)) else value


def _plain(value: Json) -> Json:
    """Return a value in which whole numbers are integers."""
    if is_map(value):
        return {key: _plain(each) for key, each in value.items()}
    if is_list(value):
        return [_plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
