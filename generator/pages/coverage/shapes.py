"""Shape: what a schema says once references, allOf, anyOf and oneOf are gone. OpenAPI 3.0, 3.1 and Swagger 2.0.

In: schemas that hold together, each with its pointer. Out: their statements, and the schemas one step further down.
Alternatives are laid together: a field of any branch is a field. Both a document of ours and one inside a page go
through here, and nothing of the importers or of `normalize` does: this is the second reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...data import Json, as_list, as_map, is_list, is_map
from ...openapi.read.document import Document, join
from .facts import spelled

Part = tuple[Json, str]
"""A schema and its pointer."""

Stated = tuple[str, str, str]
"""Kind, spelled value, and the pointer of the value."""

_SIMPLE = (
    "format", "default", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
    "maxLength", "pattern", "minItems", "maxItems", "minProperties", "maxProperties", "title",
)  # fmt: skip
_MARKS = ("deprecated", "readOnly", "writeOnly", "uniqueItems")


@dataclass(slots=True)
class Shape:
    """stated: facts of the schema itself. fields, items, values: what lies below. keys: pointers that declare them.

    notes: descriptions and their pointers.
    """

    stated: list[Stated] = field(default_factory=list[Stated])
    fields: dict[str, list[Part]] = field(default_factory=dict[str, list[Part]])
    required: dict[str, str] = field(default_factory=dict[str, str])
    items: list[Part] = field(default_factory=list[Part])
    values: list[Part] = field(default_factory=list[Part])
    keys: list[str] = field(default_factory=list[str])
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def shape(document: Document, parts: list[Part]) -> Shape:
    """Lay schemas together."""
    result = Shape()
    null = ""
    for schema, pointer in parts:
        null = null or _null(document, schema, pointer, ())
        _add(document, schema, pointer, result, set())
    if null:
        result.stated.append(("nullable", "true", null))
    if not any(kind == "type" for kind, _, _ in result.stated) and result.keys:
        result.stated.append(("type", "object" if result.fields or result.values else "array", result.keys[0]))
    return result


def resolved(document: Document, value: Json, pointer: str) -> Part:
    """Follow a reference inside the document; one that leads nowhere, or round in a circle, is an empty object."""
    for _ in range(20):
        reference = as_map(value).get("$ref")
        if not isinstance(reference, str):
            return value, pointer
        if not reference.startswith("#"):
            break
        try:
            value, pointer = document.get(reference[1:]), reference[1:]
        except KeyError:
            break
    return {}, pointer


def _add(document: Document, schema: Json, pointer: str, result: Shape, seen: set[str]) -> None:
    if not is_map(schema) or pointer in seen:
        return
    seen.add(pointer)
    if "$ref" in schema:
        target, where = resolved(document, {"$ref": schema["$ref"]}, pointer)
        _add(document, target, where, result, seen)
    _own(schema, pointer, result)
    for key in ("allOf", "anyOf", "oneOf"):
        for index, branch in enumerate(as_list(schema.get(key))):
            _add(document, branch, join(pointer, key, index), result, seen)


def _own(schema: dict[str, Json], pointer: str, result: Shape) -> None:
    """Add what one schema object says."""
    stated = result.stated
    types = schema.get("type")
    for each in types if is_list(types) else [types]:
        if isinstance(each, str) and each != "null":
            stated.append(("type", re.sub(r"enum<(\w+)>", r"\1", each), join(pointer, "type")))
    if isinstance(description := schema.get("description"), str):
        result.notes.append((description, join(pointer, "description")))
    stated.extend((kind, spelled(schema[kind]), join(pointer, kind)) for kind in _SIMPLE if kind in schema)
    stated.extend((kind, "true", join(pointer, kind)) for kind in _MARKS if schema.get(kind) is True)
    for index, value in enumerate(as_list(schema.get("enum"))):
        if value is not None:
            stated.append(("enum", spelled(value), join(pointer, "enum", index)))
    if schema.get("const") is not None:
        stated.append(("enum", spelled(schema["const"]), join(pointer, "const")))
    if "example" in schema:
        stated.append(("example", spelled(schema["example"]), join(pointer, "example")))
    for index, value in enumerate(as_list(schema.get("examples"))):
        stated.append(("example", spelled(value), join(pointer, "examples", index)))
    _below(schema, pointer, result)


def _below(schema: dict[str, Json], pointer: str, result: Shape) -> None:
    """Add the schemas below one schema object."""
    for name, value in as_map(schema.get("properties")).items():
        result.fields.setdefault(name, []).append((value, join(pointer, "properties", name)))
    for key in ("required", "requiredProperties"):
        for index, each in enumerate(as_list(schema.get(key))):
            result.required.setdefault(str(each), join(pointer, key, index))
    if "items" in schema:
        result.items.append((schema["items"], join(pointer, "items")))
    values = schema.get("additionalProperties")
    if is_map(values) and values:
        result.values.append((values, join(pointer, "additionalProperties")))
    if values is False:
        result.stated.append(("closed", "true", join(pointer, "additionalProperties")))
    if any(key in schema for key in ("properties", "items")) or result.values:
        result.keys.append(pointer)


def _null(document: Document, schema: Json, pointer: str, seen: tuple[str, ...]) -> str:
    """Return the pointer of what makes null valid, or ""; `nullable` beside allOf counts for the whole."""
    if not is_map(schema) or pointer in seen:
        return ""
    seen = (*seen, pointer)
    if schema.get("nullable") is True:
        return join(pointer, "nullable")
    types = schema.get("type")
    if types == "null" or "null" in as_list(types):
        return join(pointer, "type")
    if "const" in schema and schema["const"] is None:
        return join(pointer, "const")
    if "$ref" in schema and types is None:
        return _null(document, *resolved(document, {"$ref": schema["$ref"]}, pointer), seen)
    for key in ("anyOf", "oneOf"):
        for index, branch in enumerate(as_list(schema.get(key))):
            if found := _null(document, branch, join(pointer, key, index), seen):
                return found
    branches = as_list(schema.get("allOf"))
    every = [_null(document, each, join(pointer, "allOf", index), seen) for index, each in enumerate(branches)]
    return every[0] if every and all(every) and types is None else ""
