"""Types: what a value may be, and what restricts it further.

Two types are equal when a type checker cannot tell them apart: `facts` and tags do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document demands of values beyond their type, for docstrings and the diff; no reader enforces it.

    Bounds are inclusive unless they are `above` or `below`. length: of text, in characters; items: of an array;
    properties: of an object. format, pattern: as the document writes them. others: demands that nothing speaks, each
    with its text in JSON.
    """

    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    below: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    unique: bool = False
    format: str = ""
    pattern: str = ""
    others: tuple[tuple[str, str], ...] = ()


PLAIN = Facts()
"""Nothing is demanded."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf: string, integer, number, boolean, null, date, date-time, unix-time, decimal, uuid, bytes (as they are),
    base64 and base64url (bytes as text), decimal-number (a decimal that travels as a number)."""

    name: str
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Ref:
    """A model, by its name. facts: what is demanded where it stands, besides what the model demands."""

    model: str
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Literal:
    """An enumeration of constants that has no name. Readers keep a value that is not listed.

    fixed: the document says that it is this one value for good, where an enumeration of one may get more.
    """

    values: tuple[bool | int | float | str | None, ...]
    facts: Facts = field(default=PLAIN, compare=False)
    fixed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Array:
    item: Type
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Tuple:
    """An array whose first members have types of their own. rest: of those that follow; None when none may."""

    items: tuple[Type, ...]
    rest: Type | None
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Map:
    """A JSON object with free keys. closed: it admits none, and is always empty."""

    value: Type
    closed: bool = field(default=False, compare=False)
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """The property that tells the members of a union, or the children of a class, apart.

    wire: its name. mapping: value -> model. decides: whether each member has one constant of its own, so that the value
    alone decides; else the shape does. default: the model for any other value, and for none; "" where nothing says it.
    """

    wire: str
    mapping: tuple[tuple[str, str], ...]
    decides: bool
    default: str = ""


@dataclass(frozen=True, slots=True)
class Union:
    """Any of several types, each once. null stands last."""

    members: tuple[Type, ...]
    tag: Tag | None = field(default=None, compare=False)
    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class File:
    """A file: a body as it is, or a part of a multipart body that is sent. Bytes elsewhere are a scalar."""

    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""

    facts: Facts = field(default=PLAIN, compare=False)


@dataclass(frozen=True, slots=True)
class Stream:
    """What comes or goes one after the other. events: as server-sent events."""

    item: Type
    events: bool = False
    facts: Facts = field(default=PLAIN, compare=False)


Type = Scalar | Ref | Literal | Array | Tuple | Map | Union | File | Stream | Anything

ENCODED = frozenset({"unix-time", "base64", "base64url", "decimal-number"})
"""Scalars whose values do not tell how they travel: what writes them has to know their type."""


@dataclass(frozen=True, slots=True)
class Xml:
    """How a value stands in XML (OpenAPI 3.1, 4.8.26), where that is not the usual way.

    name: of its element or attribute. place: "attribute" or "text" where it is no element. wrapped: an element stands
    around the members of a list. prefix: of the namespace. item: of the members of a list, or the values of a map.
    """

    name: str = ""
    place: str = ""
    wrapped: bool = False
    namespace: str = ""
    prefix: str = ""
    item: Xml | None = None


USUAL_XML = Xml()
"""Nothing is said of XML."""

NULL = Scalar("null")
"""The type of null alone."""
