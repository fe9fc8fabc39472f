"""What a normalized schema describes, and how null is split off."""

from __future__ import annotations

from typing import Any

from ...loose import Json, is_list, is_map

ANNOTATIONS = ("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment",
               "externalDocs", "xml")  # fmt: skip
_NULL: dict[str, Json] = {"type": "null"}


def is_null(schema: Json) -> bool:
    """Say whether only null is valid."""
    if not is_map(schema):
        return False
    return schema.get("type") in ("null", ["null"]) or schema.get("enum") == [None] or schema.get("const", 0) is None


def split_null(schema: Json) -> tuple[Json, bool]:
    """Return the schema without null, and whether it had it. A union of one member becomes that member."""
    if not is_map(schema) or "$ref" in schema:
        return schema, False
    rest = dict(schema)
    found = False
    if is_list(rest.get("type")) and "null" in rest["type"] and len(rest["type"]) > 1:
        kept = [each for each in rest["type"] if each != "null"]
        rest["type"] = kept[0] if len(kept) == 1 else kept
        found = True
    for key in ("anyOf", "oneOf"):
        members = rest.get(key)
        if is_list(members) and len(members) > 1 and any(is_null(each) for each in members):
            kept = [each for each in members if not is_null(each)]
            found = True
            if len(kept) == 1 and is_map(kept[0]):
                notes = {name: value for name, value in rest.items() if name != key}
                rest = {**kept[0], **notes} if set(notes) <= set(ANNOTATIONS) else {**notes, "allOf": kept}
            elif kept:
                rest[key] = kept
    if is_list(rest.get("enum")) and None in rest["enum"] and len(rest["enum"]) > 1:
        found = found or "type" not in rest
        rest["enum"] = [each for each in rest["enum"] if each is not None]
    return (rest, True) if found else (schema, False)


def with_null(schema: Json) -> Json:
    """Return the schema with null added; annotations stay outside."""
    if is_null(schema) or split_null(schema)[1]:
        return schema
    if not is_map(schema):
        return schema
    if isinstance(schema.get("type"), str) and not any(
        key in schema for key in ("enum", "const", "allOf", "anyOf", "oneOf")
    ):
        return {**schema, "type": [schema["type"], "null"]}
    notes = {key: value for key, value in schema.items() if key in ANNOTATIONS}
    rest = {key: value for key, value in schema.items() if key not in ANNOTATIONS}
    for key in ("anyOf", "oneOf"):
        if set(rest) == {key}:
            return {**notes, key: [*rest[key], _NULL]}
    return {**notes, "anyOf": [rest, _NULL]}


def is_reference(schema: Json) -> bool:
    """Say whether a schema is a reference, with annotations beside it or not."""
    return is_map(schema) and isinstance(schema.get("$ref"), str)


def is_object(schema: Json) -> bool:
    """Say whether a schema describes an object with named properties, which becomes a class."""
    if not is_map(schema) or is_reference(schema):
        return False
    kind = schema.get("type")
    if kind not in (None, "object", ["object"]) and not (is_list(kind) and set(kind) == {"object", "null"}):
        return False
    return bool(schema.get("properties"))


def members(schema: Json) -> tuple[str, list[Any]]:
    """Return the keyword and the members of a union, or ("", [])."""
    if is_map(schema):
        for key in ("oneOf", "anyOf"):
            if is_list(schema.get(key)):
                return key, schema[key]
    return "", []
