"""A schema that says too little -> one that admits what was seen. Pure; a schema that admits it already stays the same.

old: whether the document is of OpenAPI 3.0, where null is spelt `nullable`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...data import Json, as_list, as_map, is_list, is_map
from ..schema.vocabulary import ANNOTATIONS, split_null, with_null

_NOTES = (*ANNOTATIONS, "nullable", "example")
_UNIONS = ("anyOf", "oneOf")


def of_kind(kind: str, old: bool = False) -> dict[str, Json]:
    """Return a schema for all values of a JSON type."""
    if kind == "object":
        return {"type": "object", "additionalProperties": True}
    if kind == "array":
        return {"type": "array", "items": {}}
    return {} if kind == "unknown" or (old and kind == "null") else {"type": kind}


def of_kinds(kinds: Iterable[str], old: bool) -> dict[str, Json]:
    """Return a schema for all values of some JSON types.

    >>> of_kinds(["string", "null"], old=False), of_kinds(["string", "null"], old=True)
    ({'type': ['string', 'null']}, {'type': 'string', 'nullable': True})
    """
    found = sorted(set(kinds))
    if {"integer", "number"} <= {*found}:
        found.remove("integer")
    known = [of_kind(each, old) for each in found if each != "null"]
    schema: dict[str, Json] = known[0] if len(known) == 1 else {"anyOf": [*known]} if known else {}
    return nullable(schema, old) if "null" in found else schema


def nullable(schema: dict[str, Json], old: bool) -> dict[str, Json]:
    """Admit null."""
    if not schema or (not old and _says_null(schema)):
        return schema
    if not old:
        return as_map(with_null(schema))
    if schema.get("nullable") is True:
        return schema
    changed = {**schema, "nullable": True}
    if is_list(values := schema.get("enum")) and None not in values:
        changed["enum"] = [*values, None]
    if "$ref" in schema:  # a reference stands alone in OpenAPI 3.0
        notes = {key: value for key, value in changed.items() if key in _NOTES}
        return {**notes, "allOf": [{"$ref": schema["$ref"]}]}
    return changed


def _says_null(schema: dict[str, Json]) -> bool:
    return split_null(schema)[1] or schema.get("type") == "null"


def widened(schema: dict[str, Json], kind: str, old: bool) -> dict[str, Json]:
    """Admit values of another JSON type."""
    if not schema:
        return schema
    if kind == "number" and schema.get("type") == "integer":
        return {key: "number" if key == "type" else value for key, value in schema.items() if key != "format"}
    more = of_kind(kind, old)
    notes = {key: value for key, value in schema.items() if key in _NOTES}
    core = {key: value for key, value in schema.items() if key not in _NOTES}
    for key in _UNIONS:
        if set(core) == {key}:
            members = as_list(core[key])
            return schema if more in members else {**schema, key: [*members, more]}
    return {**notes, "anyOf": [core, more]}


def with_constants(schema: dict[str, Json], constants: Iterable[str]) -> dict[str, Json]:
    """List more constants."""
    known = as_list(schema.get("enum")) if "enum" in schema else [schema["const"]]
    new = [each for each in sorted(set(constants)) if each not in known]
    if not new:
        return schema
    kept = {key: value for key, value in schema.items() if key != "const"}
    at = len(known) - (known[-1:] == [None])
    return {**kept, "enum": [*known, *new] if at == len(known) else [*known[:at], *new, None]}


def opened(schema: dict[str, Json]) -> dict[str, Json]:
    """Admit any text beside the constants that are listed."""
    notes = {key: value for key, value in schema.items() if key in _NOTES}
    core = {key: value for key, value in schema.items() if key not in _NOTES}
    return {**notes, "anyOf": [core, {"type": "string"}]}


def without_format(schema: dict[str, Json]) -> dict[str, Json]:
    """Demand no format."""
    return {key: value for key, value in schema.items() if key != "format"}


def optional(schema: dict[str, Json], name: str) -> dict[str, Json]:
    """Demand a property no more."""
    left = [each for each in as_list(schema.get("required")) if each != name]
    if left:
        return {**schema, "required": left}
    return {key: value for key, value in schema.items() if key != "required"}


def with_field(schema: dict[str, Json], name: str, kinds: Iterable[str], old: bool) -> dict[str, Json]:
    """Describe a property. One that is described stays as it is."""
    known = as_map(schema.get("properties"))
    return schema if name in known else {**schema, "properties": {**known, name: of_kinds(kinds, old)}}


def with_free_keys(schema: dict[str, Json]) -> dict[str, Json]:
    """Admit any keys."""
    if is_map(schema.get("additionalProperties")) or schema.get("additionalProperties") is True:
        return schema
    return {**schema, "additionalProperties": True}
