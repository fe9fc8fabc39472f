"""Shapes: what a normalized schema admits, with references followed, null split off and base classes written out.

Two spellings of the same set of values have the same shape, so that only what is meant gets compared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..data import Json, as_list, as_map, is_list, is_map
from ..ir import Api, Field, Model
from ..openapi.schema.vocabulary import is_null, is_reference, members, split_null
from ..report import Location

_PROSE = ("description", "examples", "externalDocs", "title")
_SETS = ("required", "enum", "oneOf", "anyOf")
_JSON_KINDS = {"str": "string", "bool": "boolean", "int": "integer", "float": "number"}


@dataclass(frozen=True, slots=True)
class Shape:
    """kind: any, null, union, class, map, array, string, integer, number, boolean, or mixed for constants of several.

    model: the class the reference led to, or "". schema: the keywords. members: of a union, without null.
    """

    kind: str
    model: str
    nullable: bool
    schema: Mapping[str, Json]
    members: tuple[Json, ...] = ()

    @property
    def values(self) -> list[Json] | None:
        """The constants it is restricted to, without null."""
        if "const" in self.schema:
            return [self.schema["const"]]
        listed = self.schema.get("enum")
        return [each for each in listed if each is not None] if is_list(listed) else None


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of a class. owner: the class that declares it; name: in Python."""

    wire: str
    name: str
    owner: str
    schema: Json
    required: bool
    at: Location


class Shapes:
    """Reads the schemas of one Api."""

    def __init__(self, api: Api) -> None:
        self.package = api.package
        self.servers = api.servers
        self.models: dict[str, Model] = {model.name: model for model in api.models}
        self._attributes: dict[str, dict[str, Attribute]] = {}
        self._named: dict[str, Shape] = {}

    def shape(self, schema: Json) -> Shape:
        """Return the shape of a schema. A reference that leads in a circle admits anything."""
        return self.named(schema["$ref"].rpartition("/")[2]) if is_reference(schema) else self._read(schema)

    def named(self, model: str) -> Shape:
        """Return the shape of a class."""
        if model not in self._named:
            self._named[model] = self._read({"$ref": f"#/components/schemas/{model}"})
        return self._named[model]

    def _read(self, schema: Json) -> Shape:
        model, nullable = "", False
        seen: set[str] = set()
        while True:
            if is_reference(schema):
                name = schema["$ref"].rpartition("/")[2]
                if name in seen or name not in self.models:
                    return Shape("any", "", nullable, {})
                seen.add(name)
                model, schema = name, self.models[name].schema
                continue
            rest, null = split_null(schema)
            nullable = nullable or null
            if is_reference(rest):
                schema = rest
                continue
            variants = members(rest)[1]
            if len(variants) == 1 and not as_map(rest).get("properties"):
                schema = variants[0]
                continue
            if variants and any(self.shape(each).kind == "any" for each in variants):
                return Shape("any", model, nullable, {})
            return _shape(rest, model, nullable, self._is_class(rest, model))

    def attributes(self, model: str) -> Mapping[str, Attribute]:
        """Return the attributes of a class by wire name, inherited ones first."""
        if model not in self._attributes:
            self._attributes[model] = {}
            self._attributes[model] = self._collect(model)
        return self._attributes[model]

    def parts(self, model: str) -> list[dict[str, Any]]:
        """Return the schemas that a class declares by itself: its own and the inline branches of its allOf."""
        schema = as_map(self.models[model].schema)
        return [schema, *(as_map(each) for each in as_list(schema.get("allOf")) if not is_reference(each))]

    def bases(self, model: str) -> list[str]:
        """Return the base classes of a class."""
        branches = as_list(as_map(self.models[model].schema).get("allOf"))
        names = [each["$ref"].rpartition("/")[2] for each in branches if is_reference(each)]
        return [name for name in names if name in self.models]

    def closed(self, model: str) -> bool:
        """Say whether a class admits no other properties."""
        return any(part.get("additionalProperties") is False for part in self.parts(model))

    def _is_class(self, schema: Json, model: str) -> bool:
        if not is_map(schema):
            return False
        if is_list(schema.get("allOf")):
            return any(is_reference(each) or as_map(each).get("properties") for each in schema["allOf"])
        if schema.get("properties"):
            return True
        return bool(model) and schema.get("type") == "object" and not is_map(schema.get("additionalProperties"))

    def _collect(self, model: str) -> dict[str, Attribute]:
        found: dict[str, Attribute] = {}
        for base in self.bases(model):
            found.update(self.attributes(base))
        place = self.models[model].at
        fields: dict[str, Field] = {field.wire: field for field in self.models[model].fields}
        parts = self.parts(model)
        required = {name for part in parts for name in as_list(part.get("required"))}
        for part in parts:
            for wire, schema in as_map(part.get("properties")).items():
                field = fields.get(wire, Field(wire, wire, place))
                found[wire] = Attribute(wire, field.name, model, schema, wire in required, field.at)
        return found


def _shape(schema: Json, model: str, nullable: bool, is_class: bool) -> Shape:
    if not is_map(schema):
        return Shape("any", model, nullable, {})
    if is_null(schema):
        return Shape("null", model, nullable, {})
    if is_class:
        return Shape("class", model, nullable, schema)
    variants = [each for each in members(schema)[1] if not is_null(each)]
    kinds = schema.get("type")
    if is_list(kinds) and "enum" not in schema and "const" not in schema:
        variants = [{**schema, "type": each} for each in kinds]
    if len(variants) > 1:
        return Shape("union", model, nullable, schema, tuple(variants))
    return Shape(_kind(schema), model, nullable, schema)


def _kind(schema: dict[str, Any]) -> str:
    kind = schema.get("type")
    if is_list(kind):
        kind = kind[0] if len(kind) == 1 else None
    listed = [schema["const"]] if "const" in schema else as_list(schema.get("enum"))
    if kind is None and listed:
        kinds = {_JSON_KINDS.get(type(each).__name__, "any") for each in listed if each is not None}
        return kinds.pop() if len(kinds) == 1 else "mixed"
    if kind == "array" or (kind is None and "items" in schema):
        return "array"
    if kind == "object" or (kind is None and is_map(schema.get("additionalProperties"))):
        return "map"
    return str(kind) if kind else "any"


def spelt(shape: Shape, shapes: Shapes) -> str:
    """Spell a shape in a few words: `string (date)`, `list of Customer`, `Cat | Dog`."""
    if shape.kind == "class":
        text = shape.model or "object"
    elif shape.kind == "union":
        text = " | ".join(dict.fromkeys(spelt(shapes.shape(each), shapes) for each in shape.members))
    elif shape.kind == "array":
        text = f"list of {_inner(shape.schema.get('items', {}), shapes)}"
    elif shape.kind == "map":
        text = f"map of {_inner(shape.schema.get('additionalProperties', {}), shapes)}"
    else:
        form = shape.schema.get("format")
        text = f"{shape.kind} ({form})" if isinstance(form, str) else shape.kind
        if shape.values is not None and shape.model:
            text = f"{shape.model} ({shape.kind})"
    return f"{text} or null" if shape.nullable else text


def _inner(schema: Json, shapes: Shapes) -> str:
    inner = shapes.shape(schema)
    if inner.kind in ("array", "map"):
        return inner.kind if not inner.model else inner.model
    return spelt(inner, shapes)


def is_identical(old: Json, new: Json) -> bool:
    """Say whether two values are equal, of the same types (1 is no true) and in the same order."""
    return bool(old == new) and repr(old) == repr(new)


def meaning(value: Json, prints: Mapping[str, str]) -> Json:
    """Return a schema without prose, with fingerprints in place of the names that do not count."""
    if is_map(value):
        kept = {key: meaning(each, prints) for key, each in value.items() if key not in _PROSE or is_map(each)}
        if is_reference(value):
            name = value["$ref"].rpartition("/")[2]
            kept["$ref"] = prints.get(name, name)
        for key in _SETS:
            if is_list(kept.get(key)):
                kept[key] = sorted(kept[key], key=lambda each: json.dumps(each, sort_keys=True))
        return kept
    return [meaning(each, prints) for each in value] if is_list(value) else value
