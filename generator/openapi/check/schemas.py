"""Schemas: keywords that nobody knows, `required` that names no property, values that are not of the stated type."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from ...data import Json, as_list, as_map, is_list, is_map
from ...report import Report, nearest
from ..read.document import Draft, join
from ..schema.kinds import KIND_OF, is_of, types_of
from ..schema.repair import TYPES
from ..schema.vocabulary import ANNOTATIONS
from ..schema.walk import Spot, schemas

_CLOSE = 0.8
_CANDIDATES = (
    *KIND_OF, *ANNOTATIONS, "type", "enum", "const", "format", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
    "$ref", "$defs", "nullable", "discriminator", "example",
)  # fmt: skip
_KNOWN = frozenset({
    *_CANDIDATES, "$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "$recursiveRef",
    "$recursiveAnchor", "definitions", "dependencies", "id",
})  # fmt: skip
"""Keywords of JSON Schema 2020-12, its drafts, and OpenAPI 3.0 and 3.1."""

_NODES = ("element", "attribute", "text", "cdata", "none")

_COMPOSED = frozenset({"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"})


def check_schemas(draft: Draft, report: Report) -> None:
    """Look at every schema of a document, whose shape is sound; what is of no use is taken out, in place."""
    checking = _Checking(draft, report)
    for spot in schemas(draft.data):
        if is_map(schema := spot.schema) and "$ref" not in schema:
            checking.schema(spot, schema)


class _Checking:
    """Where problems go, and which keywords have been compared with the known ones."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self._draft = draft
        self._report = report
        self._near: dict[str, str] = {}

    def schema(self, spot: Spot, schema: dict[str, Json]) -> None:
        if not _KNOWN.issuperset(schema):
            self._keywords(spot, schema)
        if "required" in schema and schema.get("properties") and not _is_part(spot):
            self._required(spot, schema)
        if is_map(xml := schema.get("xml")) and xml.get("prefix") and not xml.get("namespace"):
            at = self._draft.at(join(spot.pointer, "xml", "prefix"))
            self._report.left_out("E222", "a prefix without a namespace means nothing; `build` writes none", at)
        if is_map(xml) and "nodeType" in xml:
            self._node(spot, schema, xml)
        if types := types_of(schema):
            self._values(spot, schema, [*types, "null"] if schema.get("nullable") is True else types)

    def _node(self, spot: Spot, schema: dict[str, Json], xml: dict[str, Json]) -> None:
        """Look at a node type of XML (OpenAPI 3.2, 4.26.2)."""
        at = self._draft.at(join(spot.pointer, "xml", "nodeType"))
        if xml["nodeType"] not in _NODES:
            near = nearest(str(xml["nodeType"]), _NODES)
            help = f"did you mean {near!r}?" if near else f"`nodeType` is one of {', '.join(_NODES)}"
            message = f"the node type {xml['nodeType']!r} is not known; `build` ignores it"
            self._report.repaired("E225", message, at, help=help)
            del xml["nodeType"]
        elif xml["nodeType"] == "none" and types_of(schema) != ["array"]:
            message = "only arrays can do without a node; `build` gives this value an element"
            self._report.left_out("E225", message, at)

    def _keywords(self, spot: Spot, schema: dict[str, Json]) -> None:
        for key in [key for key in schema if key not in _KNOWN and not key.startswith("x-")]:
            if key not in self._near:
                self._near[key] = nearest(key, _CANDIDATES, _CLOSE)
            near = self._near[key]
            at = replace(self._draft.at(join(spot.pointer, key)), is_key=True)
            message = f"`{key}` is no keyword of a schema; `build` ignores it"
            if near and near not in schema:
                self._report.repaired("E306", message, at, help=f"did you mean `{near}`?")
            else:
                self._report.left_out("E307", message, at)

    def _required(self, spot: Spot, schema: dict[str, Json]) -> None:
        """Compare `required` with the properties; where others are admitted only a near miss is a fault."""
        properties, required = as_map(schema["properties"]), [str(each) for each in as_list(schema["required"])]
        closed = schema.get("additionalProperties") is False and not schema.get("patternProperties")
        open_elsewhere = any(key in schema for key in ("allOf", "anyOf", "oneOf"))
        for index, name in enumerate(required):
            if name in properties or open_elsewhere:
                continue
            free = [str(each) for each in properties if each not in required]
            near = nearest(name, free, _CLOSE)
            at = self._draft.at(join(spot.pointer, "required", index))
            message = f"`required` names {name!r}, which is no property; `build` ignores it"
            if near or closed:
                self._report.repaired("E308", message, at, help=f"did you mean {near!r}?" if near else "")
            else:
                self._report.left_out("E308", message, at)

    def _values(self, spot: Spot, schema: dict[str, Json], types: list[str]) -> None:
        if "enum" in schema and "array" in types:
            self._enum_of_items(spot, schema)
        enum = schema.get("enum")
        if is_list(enum) and not all(is_of(each, types) for each in enum):
            kept = schema["enum"] = list(self._constants(spot, "enum", enum, types))
            if all(each is None for each in kept) and set(types) != {"null"}:
                del schema["enum"]
        if "const" in schema and not is_of(schema["const"], types):
            found = list(self._constants(spot, "const", [schema["const"]], types))
            del schema["const"]
            schema.update({"const": found[0]} if found else {})
        for key in ("default", "example"):
            if key in schema and not is_of(schema[key], types):
                if key == "default" or schema[key] is not None:  # an example of null is a place left empty
                    self._left_out(spot, (key,), schema[key], types)
                del schema[key]
        examples = schema.get("examples")
        if is_list(examples) and not all(is_of(each, types) for each in examples):
            for index, each in enumerate(examples):
                if not is_of(each, types):
                    self._left_out(spot, ("examples", index), each, types)
            schema["examples"] = [each for each in examples if is_of(each, types)]

    def _enum_of_items(self, spot: Spot, schema: dict[str, Json]) -> None:
        """Move to the items of an array the values that only they can have."""
        items, values = schema.get("items"), as_list(schema["enum"])
        if not is_map(items) or "enum" in items or not all(is_of(each, types_of(items)) for each in values):
            return
        at = self._draft.at(join(spot.pointer, "enum"))
        message = "the values of `enum` are no arrays; `build` reads them as those of the items"
        self._report.repaired("E309", message, at, help="put `enum` under `items`")
        items["enum"] = schema.pop("enum")

    def _constants(self, spot: Spot, key: str, values: list[Json], types: list[str]) -> Iterator[Json]:
        """Yield the values of a type; another one is read as it, where it can be spelt so, or left out."""
        for index, value in enumerate(values):
            if is_of(value, types):
                yield value
                continue
            place = self._draft.at(join(spot.pointer, key, *([index] if key == "enum" else [])))
            if value is None:
                self._left_out(spot, (key, index) if key == "enum" else (key,), value, types)
                continue
            meant = _meant(value, types)
            answer = "leaves it out" if meant is None else f"reads it as {json.dumps(meant, ensure_ascii=False)}"
            message = f"{_spelt(value)} is not of type {' or '.join(types)}; `build` {answer}"
            self._report.repaired("E309", message, place)
            if meant is not None:
                yield meant

    def _left_out(self, spot: Spot, steps: tuple[str | int, ...], value: Json, types: list[str]) -> None:
        at = self._draft.at(join(spot.pointer, *steps))
        message = f"`{steps[0]}`: {_spelt(value)} is not of type {' or '.join(types)}; `build` leaves it out"
        self._report.left_out("E309", message, at)


def _is_part(spot: Spot) -> bool:
    """Say whether a schema is a part of another one's composition, which may have the properties."""
    return bool(spot.steps) and spot.steps[0] in _COMPOSED


def _meant(value: Json, types: list[str]) -> Json:
    """Return a constant as a value of one of some types, None where it cannot be read so.

    >>> _meant(1, ["string"]), _meant("2", ["integer"]), _meant("a", ["integer"]), _meant(True, ["string"])
    ('1', 2, None, 'true')
    """
    if is_map(value) or is_list(value):
        return None
    if "string" in types:
        return json.dumps(value)
    try:
        read: Json = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return read if is_of(read, [each for each in types if each in TYPES and each != "null"]) else None


def _spelt(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."
