"""Models: the named types of an API. A model is a class, an alias of another type, or an enumeration.

Each has name, given, module, doc, at, places and former. given: whether the document or provider.toml gives the name;
else it is made from the place. module: the file it goes into. places: how names.lock calls its places, where the name
is not that of a component. former: the names that it had, which still work.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..data import Json
from ..report import Location
from .naming import Former
from .types import PLAIN, USUAL_XML, Facts, Tag, Type, Xml


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a class. name: the attribute; wire: the key in JSON. access: both, read (the API sends it only) or
    write (it is sent only). required: whether it must be there, in what carries it. xml: with what
    the schema says that the property refers to. fixed: the value that it has in each object of the class, by which the
    base tells the class apart; none for any other field."""

    name: str
    wire: str
    type: Type
    required: bool
    default: Json
    access: str
    deprecated: bool
    doc: str
    at: Location
    xml: Xml = USUAL_XML
    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The document does not say whether more keys may come."""


@dataclass(frozen=True, slots=True)
class Closed:
    """No key may come but the named ones."""


@dataclass(frozen=True, slots=True)
class Free:
    """More keys may come, with values of a type. pattern: what their names match, or ""."""

    type: Type
    pattern: str


Extras = Unsaid | Closed | Free


@dataclass(frozen=True, slots=True)
class Class:
    """An object with named properties. fields: its own; those of its bases come before them. tag: tells the classes
    apart that extend it, at any depth. both_ways: whether objects are both sent and received. keywords: what its fields
    are called where they are given in place of an object, or ""."""

    name: str
    given: bool
    module: str
    doc: str
    bases: tuple[str, ...]
    fields: tuple[Field, ...]
    extras: Extras
    tag: Tag | None
    at: Location
    facts: Facts = PLAIN
    both_ways: bool = False
    keywords: str = ""
    places: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for a type."""

    name: str
    given: bool
    module: str
    doc: str
    type: Type
    at: Location
    places: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Constant:
    """A value of an enumeration, with the name and the words the document has for it, or ""."""

    value: bool | int | float | str | None
    name: str
    doc: str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A set of constants with a name. Readers keep a value that is not listed."""

    name: str
    given: bool
    module: str
    doc: str
    values: tuple[Constant, ...]
    at: Location
    facts: Facts = PLAIN
    places: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


Model = Class | Alias | Enumeration
