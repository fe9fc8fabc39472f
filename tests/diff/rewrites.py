"""Rewrites: other words of a document that mean the same."""

from __future__ import annotations

import re
from typing import Any

_DATA = frozenset({"example", "examples", "default", "enum", "const", "mapping"})
"""Keys whose values are data, and no schemas."""


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
