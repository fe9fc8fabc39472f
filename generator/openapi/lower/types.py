"""Types: a normalized schema -> a Type of the IR."""

from __future__ import annotations

from typing import Any

from ...data import Json, is_list, is_map
from ...ir import Anything, Array, Literal, Map, Ref, Scalar, Type, Union
from ..schema.vocabulary import is_null, is_reference, members, split_null

NULL = Scalar("null")

FORMATS = {
    ("string", "date-time"): "date-time",
    ("string", "date"): "date",
    ("string", "uuid"): "uuid",
    ("string", "decimal"): "decimal",
    ("string", "binary"): "bytes",
    ("integer", "unix-time"): "unix-time",
}


def lower_type(schema: Json) -> Type:
    """Return the type of the values that a schema admits; what it does not say is Anything."""
    if not is_map(schema):
        return Anything()
    if is_reference(schema):
        return Ref(schema["$ref"].rpartition("/")[2])
    if is_null(schema):
        return NULL
    rest, null = split_null(schema)
    found = _without_null(rest)
    return union([found, NULL]) if null else found


def union(types: list[Type]) -> Type:
    """Return the union of types, each once; Anything swallows the rest."""
    flat: list[Type] = []
    for each in types:
        for member in each.members if isinstance(each, Union) else (each,):
            if member not in flat:
                flat.append(member)
    if any(isinstance(each, Anything) for each in flat):
        return Anything()
    return flat[0] if len(flat) == 1 else Union(tuple(flat))


def _without_null(schema: dict[str, Any]) -> Type:
    if is_reference(schema):
        return Ref(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return _literal([schema["const"]])
    if schema.get("enum"):
        return _literal(schema["enum"])
    variants = members(schema)[1]
    if variants:
        return union([lower_type(each) for each in variants])
    branches = schema.get("allOf")
    if is_list(branches):
        return lower_type(branches[0]) if len(branches) == 1 else Anything()
    kind = schema.get("type")
    if is_list(kind):
        return union([_plain({**schema, "type": each}) for each in kind])
    return _plain(schema)


def _plain(schema: dict[str, Any]) -> Type:
    kind = schema.get("type")
    if kind == "array" or (kind is None and "items" in schema):
        return Array(lower_type(schema.get("items", {})))
    if kind == "object" or (kind is None and is_map(schema.get("additionalProperties"))):
        extra = schema.get("additionalProperties")
        return Map(lower_type(extra) if is_map(extra) else Anything())
    if kind == "null":
        return NULL
    if kind is None:
        return Anything()
    return Scalar(FORMATS.get((str(kind), str(schema.get("format"))), str(kind)))


def _literal(values: list[Any]) -> Type:
    """Return the type of an enumeration; values without a literal form leave their plain type."""
    kept = [each for each in values if each is None or isinstance(each, (bool, int, str))]
    if len(kept) < len(values):
        numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in values)
        return Scalar("number") if numbers else Anything()
    return Literal(tuple(_once(kept)))


def _once(values: list[Any]) -> list[Any]:
    result: list[Any] = []
    for each in values:
        if not any(each is one or (each == one and type(each) is type(one)) for one in result):
            result.append(each)
    return result
