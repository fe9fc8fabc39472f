"""What was seen at a place -> which change of the document admits it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...data import Json, as_list, as_map, is_list
from ..read.document import join
from ..schema.beside import decides
from ..schema.kinds import kinds_of, type_of, types_of
from .log import NO_FIELD, Seen
from .places import Lost, Places, steps

_UNIONS = ("anyOf", "oneOf")
_FORMATS = ("format", "contentEncoding")


class Settled(Exception):
    """The document admits by now what was seen."""


class Wish(NamedTuple):
    """A change of one schema. pointer: of the schema. kind: format, enum, open, wider, null, optional, field or free.
    word: the JSON type for wider, else the property's name where it is about one."""

    pointer: str
    kind: str
    word: str = ""


class _Leaf(NamedTuple):
    """A schema that is no reference and no composition. alone: whether what it admits is admitted."""

    pointer: str
    schema: dict[str, Json]
    alone: bool


def judge(seen: Seen, places: Places) -> list[Wish]:
    """Return the changes that admit what was seen. Raises Settled where none is needed, Lost where none is known."""
    if seen.found == "more":
        raise Lost("more kinds were seen than a log tells apart")
    if seen.expected == NO_FIELD:
        name = steps(seen.inside)[-1]
        return [Wish(places.object(seen), "field", name) if isinstance(name, str) else _free(seen, places)]
    if isinstance(steps(seen.place)[-1:] and steps(seen.place)[-1], int) and seen.found == "absent":
        raise Lost("a tuple came shorter: lower its minItems, or describe it as a list")
    if seen.expected == "nothing":
        raise Lost("a tuple came longer: describe what follows")
    place = places.find(seen)
    if seen.found == "absent":
        return _absent(place.owner, place.name, places)
    if not place.pointer:
        raise Lost("the document describes the field no more")
    if seen.found == "null":
        if _admits_null(place.pointer, places):
            raise Settled
        return [Wish(place.pointer, "null")]
    return [_other(seen, place.pointer, places)]


def _free(seen: Seen, places: Places) -> Wish:
    return Wish(places.object(seen), "free")


def _absent(owner: str, name: str, places: Places) -> list[Wish]:
    if not name:
        raise Lost("what is missing is no property")
    demanding = list(dict.fromkeys(places.demanding(owner, name)))
    if not demanding:
        raise Settled
    return [Wish(pointer, "optional", name) for pointer in demanding]


def _other(seen: Seen, pointer: str, places: Places) -> Wish:
    """Judge a value of another type, or one of the right type that is not valid."""
    leaves = list(_leaves(pointer, places))
    if any(not _kinds(each.schema) and not _limits(each.schema) and each.alone for each in leaves):
        raise Settled
    admitting = [each for each in leaves if seen.found in _kinds(each.schema)]
    if not admitting:
        if seen.found == "number" and [each for each in leaves if "integer" in _kinds(each.schema)] == leaves[:1]:
            return Wish(leaves[0].pointer, "wider", "number")
        if seen.found == "unknown":
            raise Lost("nothing is known of its type")
        return Wish(pointer, "wider", seen.found)
    if any(each.alone and not _limits(each.schema) for each in admitting):
        raise Settled
    listed = [each for each in admitting if "enum" in each.schema or "const" in each.schema]
    if len(listed) == 1 and seen.found == "string":
        return Wish(listed[0].pointer, "enum" if seen.constant else "open")
    formed = [each for each in admitting if any(key in each.schema for key in _FORMATS)]
    if len(formed) == 1 and not listed:
        return Wish(formed[0].pointer, "format")
    raise Lost(f"it is none of the alternatives that the document describes for {_an(seen.found)}")


def _limits(schema: dict[str, Json]) -> bool:
    """Say whether a schema refuses some values of its types when an answer is read."""
    keys = ("enum", "const", *_FORMATS, "properties", "prefixItems")
    return any(key in schema for key in keys) or schema.get("items", {}) != {}


def _kinds(schema: dict[str, Json]) -> list[str]:
    """Return the JSON types that a leaf admits, none where it may be any."""
    values = as_list(schema.get("enum")) if "enum" in schema else [schema["const"]] if "const" in schema else []
    found = types_of(schema) or [type_of(each) for each in values] or kinds_of(schema)
    return [*found, *(["integer"] if "number" in found else [])]


def _leaves(pointer: str, places: Places, alone: bool = True, depth: int = 0) -> Iterator[_Leaf]:
    pointer = places.follow(pointer)
    schema = places.get(pointer)
    parts = [(key, as_list(schema[key])) for key in ("allOf", *_UNIONS) if is_list(schema.get(key))]
    if not parts or depth > 20:
        yield _Leaf(pointer, schema, alone)
    for key, members in parts:
        told = [at for at, each in enumerate(members) if key in _UNIONS or decides(as_map(each))]
        around = {other: value for other, value in schema.items() if other != key}
        whole = key in _UNIONS or (len(told) == 1 and not decides(around))
        for at in told:
            yield from _leaves(join(pointer, key, at), places, alone and whole, depth + 1)


def _admits_null(pointer: str, places: Places, depth: int = 0) -> bool:
    pointer = places.follow(pointer)
    schema = places.get(pointer)
    values = as_list(schema.get("enum"))
    if schema.get("nullable") is True or "null" in types_of(schema) or (None in values and "type" not in schema):
        return True
    if not schema:
        return True
    members = [join(pointer, key, at) for key in _UNIONS for at in range(len(as_list(schema.get(key))))]
    return depth < 20 and any(_admits_null(each, places, depth + 1) for each in members)


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
