"""Beside: what a document says of a value besides a reference to its schema.

Bounds and annotations stand beside the reference. What decides a type is an allOf of both (JSON Schema 2020-12,
8.2.3.1), as it is something else than what the reference leads to.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from ...data import Json, as_list, as_map, is_map
from .kinds import types_of
from .vocabulary import ANNOTATIONS, is_null, is_reference, members, target

_DECIDING = frozenset(
    {"enum", "const", "properties", "required", "items", "prefixItems", "additionalProperties", "patternProperties",
     "unevaluatedProperties", "allOf", "oneOf", "anyOf", "discriminator", "type", "format", "contentEncoding",
     "contentMediaType"}
)  # fmt: skip
"""Keywords that say which values are valid in a way that shows in their type."""

_OF_NULL = frozenset({"type", "enum", "const", "allOf", "oneOf", "anyOf", "not", "discriminator", "nullable"})
"""Keywords that may speak of null as well."""

_HIGHEST = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"})
_LOWEST = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"})
BOUNDS = frozenset({*_HIGHEST, *_LOWEST, "multipleOf", "uniqueItems", "pattern"})
"""Keywords that bound values, each by a value of its own."""


def apart(schema: dict[str, Json], named: Mapping[str, Json]) -> None:
    """Spell a reference and what decides a type beside it as an allOf of both, in place."""
    if not is_reference(schema):
        return
    if deciding(schema, aim(schema, named)):
        own = {key: schema.pop(key) for key in list(schema) if key not in (*ANNOTATIONS, "$ref")}
        schema["allOf"] = [{"$ref": schema.pop("$ref")}, own]
    else:
        for key in [key for key in schema if key in _DECIDING]:
            del schema[key]


def together(schema: dict[str, Json], named: Mapping[str, Json]) -> Json:
    """Return an allOf of one reference, bounds and annotations as that reference with the rest beside it; none where it
    is another one, or has nothing but remarks around the reference.

    Null among types beside the reference is taken for `nullable`: by the letter it would say nothing.
    """
    branches = [as_map(each) for each in as_list(schema.get("allOf"))]
    found = [each for each in branches if is_reference(each)]
    around = {key: value for key, value in schema.items() if key != "allOf"}
    if len(found) != 1 or "$ref" in schema:
        return None
    leads_to = aim(found[0], named)
    said = [*branches, around]
    parts = said if "null" in types_of(leads_to) else [_without_null(each) for each in said]
    null = parts != said
    if len(branches) == 1 and not null and around.keys() <= {*ANNOTATIONS, "type"}:
        return None
    result: dict[str, Json] = {"nullable": True} if null else {}
    for each in parts:
        if deciding(each, leads_to):
            return None
        for key, value in each.items():
            held = value if key not in result or _is_remark(key) else tighter(key, result[key], value)
            if held is None:
                return None
            result[key] = held
    return {key: value for key, value in result.items() if key not in _DECIDING}


def _without_null(schema: dict[str, Json]) -> dict[str, Json]:
    """Return a schema whose types are those besides null, where there are others."""
    types = types_of(schema)
    kept: list[Json] = [each for each in types if each != "null"]
    return {**schema, "type": kept[0] if len(kept) == 1 else kept} if 0 < len(kept) < len(types) else schema


def inside(schema: dict[str, Json]) -> None:
    """Move what stands beside a union of one schema and null to that schema, in place: it says nothing of null."""
    _, found = members(schema)
    own = [each for each in found if not is_null(each)]
    if len(own) != 1 or len(found) == 1 or not is_map(only := own[0]):
        return
    moved = {
        key: tighter(key, only[key], value) if key in only else value
        for key, value in schema.items()
        if key not in _OF_NULL and not _is_remark(key)
    }
    if None not in moved.values():
        only.update(moved)
        for key in moved:
            del schema[key]


def aim(schema: dict[str, Json], named: Mapping[str, Json]) -> dict[str, Json]:
    """Return the component that a reference leads to in the end; any other schema is itself."""
    seen = set[str]()
    while (name := target(schema)) and name not in seen:
        seen.add(name)
        schema = as_map(named.get(name))
    return schema


def decides(schema: dict[str, Json]) -> bool:
    """Say whether a schema says of what type values are, and not only bounds or remarks."""
    return "$ref" in schema or not _DECIDING.isdisjoint(schema)


def tighter(keyword: str, one: Json, other: Json) -> Json:
    """Return the value of a keyword that demands what two values demand together, none where there is no such value.

    >>> tighter("maximum", 5, 9), tighter("minLength", 5, 9), tighter("multipleOf", 4, 6), tighter("pattern", "a", "b")
    (5, 9, 12, None)
    """
    if one == other:
        return one
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        if keyword in _HIGHEST:
            return max(one, other)
        if keyword in _LOWEST:
            return min(one, other)
        if keyword == "uniqueItems":
            return True
        if keyword == "multipleOf" and isinstance(one, int) and isinstance(other, int):
            return math.lcm(one, other)
    return None


def _is_remark(key: str) -> bool:
    return key in ANNOTATIONS or key.startswith("x-")


def deciding(schema: dict[str, Json], other: dict[str, Json]) -> list[str]:
    """Return the keywords by which a schema says more of a type than the component that it stands beside a reference
    to."""
    return [key for key in schema if key in _DECIDING and not _is_said(key, schema, other)]


def _is_said(key: str, schema: dict[str, Json], other: dict[str, Json]) -> bool:
    """Say whether a component says what a schema says by a keyword."""
    if key != "type":
        return key == "format" and other.get(key) == schema[key]
    said, wanted = set(types_of(other)), set(types_of(schema))
    composed = not said and wanted == {"object"} and not {"properties", "allOf", "oneOf", "anyOf"}.isdisjoint(other)
    return said == wanted or composed or (said, wanted) == ({"integer"}, {"number"})
