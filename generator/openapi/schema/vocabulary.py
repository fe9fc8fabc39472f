"""The questions that are asked of one schema: what it refers to, what it is, what it becomes, whether it admits null.

They are answered here alone, for a document at any stage; what becomes of a component is settled once it is normalized.
"""

from __future__ import annotations

from typing import TypeGuard

from ...data import Json, as_list, as_text, is_list, is_map
from ..read.document import join

ANNOTATIONS = ("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment",
               "externalDocs", "xml")  # fmt: skip
"""Keywords that say nothing about which values are valid."""


def is_reference(schema: Json) -> TypeGuard[dict[str, Json]]:
    """Say whether a schema is a reference, with annotations beside it or not."""
    return is_map(schema) and isinstance(schema.get("$ref"), str)


def reference(name: str) -> dict[str, Json]:
    """Return the reference to a component.

    >>> reference("a/b")
    {'$ref': '#/components/schemas/a~1b'}
    """
    return {"$ref": join("#/components/schemas", name)}


def name_of(reference: str) -> str:
    """Return the name that a reference to a component ends with.

    >>> name_of("#/components/schemas/a~1b")
    'a/b'
    """
    name = reference.rpartition("/")[2]
    return name.replace("~1", "/").replace("~0", "~") if "~" in name else name


def target(schema: Json) -> str:
    """Return the name of the component that a schema refers to, "" where it is no reference."""
    return name_of(as_text(schema["$ref"])) if is_reference(schema) else ""


def is_null(schema: Json) -> bool:
    """Say whether only null is valid."""
    if not is_map(schema):
        return False
    kind = schema.get("type")
    only = kind == "null" or (is_list(kind) and bool(kind) and all(each == "null" for each in kind))
    return only or schema.get("enum") == [None] or schema.get("const", 0) is None


_NULLABLE = frozenset({"anyOf", "oneOf", "enum"})
"""Keywords beside `type` that can admit null."""


def split_null(schema: Json) -> tuple[Json, bool]:
    """Return the schema without null, and whether it had it. A union of one member becomes that member."""
    if not is_map(schema) or "$ref" in schema:
        return schema, False
    if _NULLABLE.isdisjoint(schema) and not is_list(schema.get("type")):
        return schema, False
    rest = dict(schema)
    found = False
    kinds = as_list(rest.get("type"))
    if "null" in kinds and any(each != "null" for each in kinds):
        kept = [each for each in kinds if each != "null"]
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
    values = as_list(rest.get("enum"))
    if None in values and len(values) > 1:
        found = found or "type" not in rest
        rest["enum"] = [each for each in values if each is not None]
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
    rest: dict[str, Json] = {key: value for key, value in schema.items() if key not in ANNOTATIONS}
    null: Json = {"type": "null"}
    for key in ("anyOf", "oneOf"):
        if set(rest) == {key}:
            return {**notes, key: [*as_list(rest[key]), null]}
    return {**notes, "anyOf": [rest, null]}


def is_object(schema: Json) -> bool:
    """Say whether a schema describes an object with named properties, which becomes a class."""
    if not is_map(schema) or is_reference(schema):
        return False
    kind = schema.get("type")
    if kind not in (None, "object", ["object"], ["object", "null"], ["null", "object"]):
        return False
    return bool(schema.get("properties"))


def is_base(component: Json) -> bool:
    """Say whether a settled component becomes a class to inherit from: it has fields, and is never null."""
    if not is_map(component) or split_null(component)[1]:
        return False
    return (is_object(component) and not members(component)[1]) or is_list(component.get("allOf"))


def is_class(component: Json) -> bool:
    """Say whether a normalized component becomes a class: it has fields or bases, or is an object without free keys."""
    if not is_map(component):
        return False
    if component.get("properties") or is_list(component.get("allOf")):
        return True
    free = is_map(component.get("additionalProperties"))
    return component.get("type") in ("object", ["object"]) and not free


def needs_name(schema: Json) -> bool:
    """Say whether an inline schema will be a class: an object with fields, a composition of it, a union with a tag."""
    if not is_map(schema) or is_reference(schema):
        return False
    if is_object(schema) or schema.get("properties"):
        return True
    if any(not is_null(each) for each in as_list(schema.get("allOf"))):
        return not _is_annotated_reference(schema) and any(_is_structured(each) for each in as_list(schema["allOf"]))
    return is_map(schema.get("discriminator")) and bool(members(schema)[1])


def members(schema: Json) -> tuple[str, list[Json]]:
    """Return the keyword and the members of a union, or ("", [])."""
    if is_map(schema):
        for key in ("oneOf", "anyOf"):
            if is_list(found := schema.get(key)):
                return key, found
    return "", []


def _is_annotated_reference(schema: dict[str, Json]) -> bool:
    """Say whether an allOf is one reference with annotations beside it."""
    branches = as_list(schema["allOf"])
    one = len(branches) == 1 and is_reference(branches[0])
    return one and set(schema) <= {"allOf", "type", *ANNOTATIONS} and schema.get("type") in (None, "object")


def _is_structured(schema: Json) -> bool:
    return is_map(schema) and any(key in schema for key in ("$ref", "properties", "allOf", "oneOf", "anyOf"))
