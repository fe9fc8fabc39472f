"""Schemas of a document -> JSON Schema 2020-12 for one direction, with validators that are made once.

A request holds nothing that is readOnly and an answer nothing that is writeOnly: such properties are not required
there, and stand under `x-hidden`. What documents often say and cannot mean is read as they mean it: `oneOf` is `anyOf`
(branches overlap), a class that an allOf extends is not closed, and an enumeration without a value of the schema's type
says nothing, or is that of the members of a list. A pattern that is the picture of a format, such as YYYY-MM-DD, says
nothing. A keyword whose value makes no sense is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .document import Document, Place

_FORMATS = FormatChecker(["date", "date-time", "uuid", "ipv4", "ipv6"])
_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
_NUMBERS = ("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_URN = "urn:of:"

Schema = Any
"""A schema in the one dialect: a mapping, true or false."""


class Dialect:
    """The schemas of a document in one direction. hidden: readOnly or writeOnly."""

    def __init__(self, document: Document, hidden: str) -> None:
        self.document = document
        self.hidden = hidden
        self._known: dict[str, Schema] = {}
        self._validators: dict[str, Draft202012Validator] = {}
        self._registry: Registry[Any] | None = None
        self._extended = {*document.extended()}

    def at(self, place: Place) -> Schema:
        """Return the schema that stands at a place."""
        if place.pointer not in self._known:
            found = self._known[place.pointer] = self.convert(place.value)
            if place.pointer in self._extended and isinstance(found, dict):
                found.pop("additionalProperties", None)  # what an allOf adds to is not closed
        return self._known[place.pointer]

    def target(self, reference: str) -> Schema:
        """Return what a reference of a converted schema refers to."""
        pointer = unquote(reference.removeprefix(_URN))
        return self.at(Place(self.document.find(pointer), pointer))

    def faults(self, place: Place, value: Any) -> list[str]:
        """Say what of a value is not as the schema at a place demands; three sentences at most."""
        if place.pointer not in self._validators:
            self._validators[place.pointer] = Draft202012Validator(
                self.at(place), registry=self._references(), format_checker=_FORMATS
            )
        found: list[str] = []
        for error in self._validators[place.pointer].iter_errors(value):
            found.append(f"{error.json_path}: {error.message[:300]}")
            if len(found) == 3:
                break
        return found

    def fits(self, schema: Schema, value: Any) -> bool:
        """Say whether a value is as a converted schema demands."""
        return Draft202012Validator(schema, registry=self._references(), format_checker=_FORMATS).is_valid(value)

    def _references(self) -> Registry[Any]:
        if self._registry is None:
            pairs = []
            for pointer in self.document.references():
                found = self.document.find(pointer)
                if isinstance(found, dict | bool):
                    schema = self.at(Place(found, pointer))
                    pairs.append((urn(pointer), DRAFT202012.create_resource(schema)))
            registry: Registry[Any] = Registry()
            self._registry = registry.with_resources(pairs)
        return self._registry

    def convert(self, schema: Any, hidden: frozenset[str] = frozenset()) -> Schema:
        """Return a schema in the one dialect. hidden: names that the schemas around it hide."""
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else {}
        found: dict[str, Any] = {}
        if isinstance(schema.get("$ref"), str):
            found["$ref"] = urn(unquote(schema["$ref"][1:]))
            if self.document.find(unquote(schema["$ref"][1:])) is None:
                del found["$ref"]  # it leads nowhere
            if self.document.old:
                return found
        hidden |= self._hides(schema, 0)
        for key, value in schema.items():
            if key in _KEYWORDS and (converted := _KEYWORDS[key](self, value, hidden)) is not None:
                found["anyOf" if key == "oneOf" and "anyOf" not in schema else key] = converted
        if "oneOf" in found:
            found["allOf"] = [*found.get("allOf", ()), {"anyOf": found.pop("oneOf")}]
        self._bounds(schema, found)
        if "allOf" in found and found.get("additionalProperties") is False:
            del found["additionalProperties"]  # it would admit nothing of what allOf describes
        if "enum" in found and not any(_is_of(each, found.get("type")) for each in found["enum"]):
            values = found.pop("enum")
            if found["type"] == ["array"]:
                found["items"] = {**found.get("items", {}), "enum": values}
        picture = found.get("pattern", ".")
        if re.escape(picture).replace("\\-", "-") == picture and not _FORMATS.conforms(
            picture, found.get("format", "")
        ):
            del found["pattern"]
        shown = frozenset(found.get("properties", ())) & hidden
        if shown:
            found["x-hidden"] = sorted(shown)
        for key in ("discriminator", "xml"):
            if isinstance(schema.get(key), dict):
                found[f"x-{key}"] = schema[key]
        return _nullable(found) if self.document.old and schema.get("nullable") is True else found

    def _hides(self, schema: Any, depth: int) -> frozenset[str]:
        """Return the names that a schema hides, with what its allOf refers to."""
        schema = self.document.follow(Place(schema, "")).value
        if not isinstance(schema, dict) or depth > 8:
            return frozenset()
        found = {
            name
            for name, each in (schema.get("properties") or {}).items()
            if isinstance(each, dict) and self._is_hidden(each)
        }
        inner = schema.get("allOf")
        return frozenset(found).union(*(self._hides(each, depth + 1) for each in inner or () if isinstance(each, dict)))

    def _is_hidden(self, schema: dict[str, Any]) -> bool:
        """Say whether a property travels the other way only; what stands beside a reference is meant in 3.0 too."""
        target = self.document.follow(Place(schema, "")).value
        said = [target, schema, *(target or {}).get("allOf", ())]
        return any(isinstance(each, dict) and each.get(self.hidden) is True for each in said)

    @staticmethod
    def _bounds(schema: dict[str, Any], found: dict[str, Any]) -> None:
        """Read OpenAPI 3.0's exclusive bounds, which are true or false."""
        for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if schema.get(exclusive) is True and bound in found:
                found[exclusive] = found.pop(bound)


def urn(pointer: str) -> str:
    return _URN + quote(pointer, safe="")


def _nullable(schema: dict[str, Any]) -> Schema:
    if "enum" in schema and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if "type" in schema:
        if "null" not in schema["type"]:
            schema["type"] = [*schema["type"], "null"]
        return schema
    return {"anyOf": [schema, {"type": ["null"]}]} if schema.keys() & {"$ref", "allOf", "anyOf", "enum"} else schema


def _is_of(value: Any, kinds: list[str] | None) -> bool:
    return kinds is None or Draft202012Validator({"type": kinds}).is_valid(value)


Reader = Callable[[Dialect, Any, frozenset[str]], Any]


def _same(kind: Any) -> Reader:
    return lambda dialect, value, hidden: value if isinstance(value, kind) and not isinstance(value, bool) else None


def _count(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 else None


def _pattern(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    try:
        return value if isinstance(value, str) and re.compile(value) else None
    except re.error:
        return None


def _type(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    known = [each for each in (value if isinstance(value, list) else [value]) if each in _TYPES]
    return known or None


def _inside(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    return dialect.convert(value) if isinstance(value, dict | bool) else None


def _branches(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    return [dialect.convert(each, hidden) for each in value] if isinstance(value, list) and value else None


def _listed(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    return [dialect.convert(each) for each in value] if isinstance(value, list) and value else None


def _named(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    return {name: dialect.convert(each) for name, each in value.items()} if isinstance(value, dict) else None


def _required(dialect: Dialect, value: Any, hidden: frozenset[str]) -> Any:
    names = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    return [each for each in dict.fromkeys(names) if each not in hidden] or None


_KEYWORDS: dict[str, Reader] = {
    **dict.fromkeys(_NUMBERS, _same(int | float)),
    **dict.fromkeys(_COUNTS, _count),
    **dict.fromkeys(("items", "additionalProperties", "not", "contains", "propertyNames"), _inside),
    **dict.fromkeys(("oneOf", "anyOf", "allOf"), _branches),
    "prefixItems": _listed,
    "properties": _named,
    "patternProperties": _named,
    "required": _required,
    "type": _type,
    "pattern": _pattern,
    "format": _same(str),
    "contentEncoding": _same(str),
    "contentMediaType": _same(str),
    "enum": lambda dialect, value, hidden: value if isinstance(value, list) and value else None,
    "const": lambda dialect, value, hidden: value,
    "uniqueItems": lambda dialect, value, hidden: True if value is True else None,
}
"""Keyword -> what reads its value: None where the value makes no sense. `const: null` is an enumeration's matter."""
