"""Upgrade: the wording of OpenAPI 3.0 -> JSON Schema 2020-12, as 3.1 has it. A 3.1 document stays as it is."""

from __future__ import annotations

from typing import Any

from ...data import is_list, is_map
from ..read.document import Document
from .vocabulary import ANNOTATIONS
from .walk import Spot, schemas


def upgrade(document: Document) -> None:
    """Reword the schemas of a document in place: nullable, exclusive bounds, example, unions of one."""
    for spot in schemas(document.data):
        if is_map(spot.schema):
            _bounds(spot.schema)
            _example(spot.schema)
            _nullable(spot)
            _single(spot)


def _bounds(schema: dict[str, Any]) -> None:
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        value = schema.get(exclusive)
        if value is True and inclusive in schema:
            schema[exclusive] = schema.pop(inclusive)
        elif isinstance(value, bool):
            del schema[exclusive]


def _example(schema: dict[str, Any]) -> None:
    if "example" in schema:
        example = schema.pop("example")
        schema.setdefault("examples", [example])


def _nullable(spot: Spot) -> None:
    """Spell `nullable: true` with a null type; beside a reference or a composition, as a union with null."""
    schema = spot.schema
    if schema.pop("nullable", None) is not True:
        return
    if is_list(schema.get("enum")) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    elif is_list(schema.get("type")):
        schema["type"] = list(dict.fromkeys([*schema["type"], "null"]))
    elif any(key in schema for key in ("$ref", "allOf", "oneOf", "anyOf")):
        notes = {key: schema.pop(key) for key in ANNOTATIONS if key in schema}
        spot.holder[spot.key] = {"anyOf": [dict(schema), {"type": "null"}], **notes}


def _single(spot: Spot) -> None:
    """Take a union of one member for that member, and the type beside a union for said."""
    schema = spot.schema
    for key in ("oneOf", "anyOf"):
        members = schema.get(key)
        if not is_list(members) or isinstance(schema.get("$ref"), str):
            continue
        others = set(schema) - {*ANNOTATIONS, key, "type", "discriminator"}
        if len(members) == 1:
            schema.pop("discriminator", None)
            del schema[key]
            if not others and is_map(members[0]) and schema.get("type") in (None, "object"):
                schema.pop("type", None)
                spot.holder[spot.key] = schema = {**members[0], **schema}
            else:
                schema["allOf"] = [*schema.get("allOf", []), members[0]]
        elif not others and schema.get("type") == "object":
            del schema["type"]
