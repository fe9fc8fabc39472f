"""Rewrites: other words of a document that mean the same."""

from __future__ import annotations

import re
from typing import Any

_DATA = frozenset({"example", "examples", "default", "enum", "const", "mapping"})
"""Keys whose values are data, and no schemas."""
_MAPS = frozenset({"properties", "patternProperties", "schemas"})
"""Keys whose values have names of the document."""
_IGNORED = frozenset({"enum", "const", "properties", "required", "items", "allOf", "oneOf", "anyOf"})
"""What is not read beside a reference in OpenAPI 3.0, and is in 3.1."""


def rewritten(data: Any) -> Any:
    """Return a document with references in an allOf of one, enumerations as oneOf of constants, and its classes in two
    halves."""
    found = _inside(data, "")
    schemas = found.get("components", {}).get("schemas", {})
    looked_into = set(re.findall(r"#/components/schemas/([^/'\"]+)/", repr(data)))
    for name, schema in schemas.items():
        schemas[name] = schema if name in looked_into else _halves(schema)
    return found


def _inside(value: Any, key: str) -> Any:
    if isinstance(value, list):
        return [_inside(each, "") for each in value]
    if not isinstance(value, dict) or key in _DATA or key.startswith("x-"):
        return value
    if key == "properties":
        return {name: _respelt(_inside(each, "")) for name, each in value.items()}
    found = {name: _inside(each, name) for name, each in value.items()}
    if isinstance(found.get("items"), dict):
        found["items"] = _respelt(found["items"])
    return found


def _respelt(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    if set(schema) == {"$ref"}:
        return {"allOf": [schema]}
    values = schema.get("enum")
    if not set(schema) <= {"type", "enum", "description"} or not isinstance(values, list) or len(values) < 2:
        return schema
    if schema.get("type") != "string" or not all(isinstance(each, str) for each in values):
        return schema
    rest = {key: each for key, each in schema.items() if key != "enum"}
    return {**rest, "oneOf": [{"const": each} for each in values]}


def _halves(schema: Any) -> Any:
    """Return a plain class as an allOf of two, which demand what they hold."""
    if not isinstance(schema, dict) or not set(schema) <= {"type", "properties", "required", "description"}:
        return schema
    names = list(schema.get("properties") or {})
    required = schema.get("required") or []
    if len(names) < 2 or not set(required) <= set(names):
        return schema
    halves = [names[: len(names) // 2], names[len(names) // 2 :]]
    parts = [
        {
            "type": "object",
            "properties": {name: schema["properties"][name] for name in half},
            "required": [name for name in required if name in half],
        }
        for half in halves
    ]
    about = {"description": schema["description"]} if "description" in schema else {}
    return {**about, "allOf": parts}


def in_31(data: Any) -> Any:
    """Return a document of OpenAPI 3.0 in the words of 3.1: null is a type, examples are lists."""
    found = _in_31(data, "")
    return {**found, "openapi": "3.1.0"}


def _in_31(value: Any, key: str, *, in_all_of: bool = False) -> Any:
    """key: what holds the value. in_all_of: whether it is a branch, in which more than 3.0 reads beside a reference."""
    if isinstance(value, list):
        return [_in_31(each, "", in_all_of=key == "allOf") for each in value]
    if not isinstance(value, dict) or key in _DATA or key.startswith("x-"):
        return value
    if key in _MAPS:
        return {name: _in_31(each, "") for name, each in value.items()}
    found = {name: _in_31(each, name) for name, each in value.items()}
    if any(each.get("nullable") is True and "type" not in each for each in _branches(value)):
        found["nullable"] = True
    if "$ref" in found and found.get("nullable") is not True:
        return found if in_all_of else {name: each for name, each in found.items() if name not in _IGNORED}
    if "type" in found and "example" in found:
        found["examples"] = [found.pop("example")]
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if found.get(exclusive) is True and inclusive in found:
            found[exclusive] = found.pop(inclusive)
        elif isinstance(found.get(exclusive), bool):
            del found[exclusive]
    return _with_null(found) if isinstance(found.get("nullable"), bool) else found


def _branches(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the branches of an allOf of a schema. One that says `nullable` without a type speaks of the whole."""
    branches = schema.get("allOf")
    return [each for each in branches if isinstance(each, dict)] if isinstance(branches, list) else []


def _with_null(schema: dict[str, Any]) -> Any:
    """Spell `nullable` as a type, or as a member of a union."""
    rest = {key: each for key, each in schema.items() if key != "nullable"}
    if schema["nullable"] is False:
        return rest
    if kind := rest.get("type"):
        values = {"enum": [*rest["enum"], None]} if "enum" in rest and None not in rest["enum"] else {}
        return {**rest, "type": [*([kind] if isinstance(kind, str) else kind), "null"], **values}
    about = {key: rest.pop(key) for key in ("description", "readOnly", "writeOnly", "deprecated") if key in rest}
    for key in ("oneOf", "anyOf"):
        if set(rest) == {key}:
            return {**about, key: [*rest[key], {"type": "null"}]}
    if any(key in rest for key in ("$ref", "allOf", "oneOf", "anyOf")):
        return {**about, "anyOf": [rest, {"type": "null"}]}
    return {**about, **rest}
