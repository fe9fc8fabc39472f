"""Upgrade: the wording of OpenAPI 3.0 -> JSON Schema 2020-12, as 3.1 has it; one spelling of what is said of a
reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...data import Json, as_list, is_list, is_map
from ...report import Report
from ..read.document import Draft, join
from .beside import aim, apart, deciding, inside, together
from .vocabulary import ANNOTATIONS, is_reference
from .walk import Spot, components, schemas

_UNIONS = frozenset({"oneOf", "anyOf"})
_REWORDED = _UNIONS | {"$ref", "allOf", "exclusiveMinimum", "exclusiveMaximum", "example", "nullable"}
"""Keywords without which a schema stays as it is."""


def upgrade(draft: Draft, report: Report) -> None:
    """Reword the schemas of a draft: nullable, exclusive bounds, example, unions of one, beside references."""
    said = not str(draft.data.get("openapi")).startswith("3.0")
    named = components(draft.data)
    for spot in schemas(draft.data):
        schema = spot.schema
        if not is_map(schema) or _REWORDED.isdisjoint(schema):
            continue
        if said:
            apart(schema, named)
        else:
            _leave_unsaid(draft, spot, schema, named, report)
        for each in (schema, *as_list(schema.get("allOf"))):
            if is_map(each):
                _bounds(each)
        if "allOf" in schema and is_map(whole := together(schema, named)):
            spot.put(schema := whole)
        _example(schema)
        _nullable(schema, spot)
        if is_map(schema := spot.schema) and not _UNIONS.isdisjoint(schema):
            inside(schema)
            _single(schema, spot)


def _leave_unsaid(draft: Draft, spot: Spot, schema: dict[str, Json], named: Mapping[str, Json], report: Report) -> None:
    """Take out what would decide a type beside a reference, and report it: OpenAPI 3.0 has it ignored (4.7.23.1).

    In a branch of an allOf it is taken for one more branch: whoever writes it there means to add to the reference.
    """
    if not is_reference(schema) or spot.steps[:1] == ("allOf",):
        return
    for key in deciding(schema, aim(schema, named)):
        at = replace(draft.at(join(spot.pointer, key)), is_key=True)
        message = f"`{key}` stands beside `$ref`, where OpenAPI 3.0 ignores it; `build` leaves it out"
        report.repaired("E318", message, at, help="write an allOf of the reference and of what stands beside it")
        del schema[key]


def _bounds(schema: dict[str, Json]) -> None:
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        value = schema.get(exclusive)
        if value is True and inclusive in schema:
            schema[exclusive] = schema.pop(inclusive)
        elif isinstance(value, bool):
            del schema[exclusive]


def _example(schema: dict[str, Json]) -> None:
    if "example" in schema:
        example = schema.pop("example")
        schema.setdefault("examples", [example])


def _nullable(schema: dict[str, Json], spot: Spot) -> None:
    """Spell `nullable: true` with a null type; beside a reference or a composition, as a union with null."""
    if schema.pop("nullable", None) is not True:
        return
    values, kind = schema.get("enum"), schema.get("type")
    if is_list(values) and None not in values:
        schema["enum"] = [*values, None]
    if isinstance(kind, str):
        schema["type"] = [kind, "null"] if kind != "null" else "null"
    elif is_list(kind):
        schema["type"] = [*dict.fromkeys([*map(str, kind), "null"])]
    elif any(key in schema for key in ("$ref", "allOf", "oneOf", "anyOf")):
        notes = {key: schema.pop(key) for key in ANNOTATIONS if key in schema}
        spot.put({"anyOf": [dict(schema), {"type": "null"}], **notes})


def _single(schema: dict[str, Json], spot: Spot) -> None:
    """Take a union of one member for that member, and the type beside a union for said."""
    for key in ("oneOf", "anyOf"):
        members = schema.get(key)
        if not is_list(members) or isinstance(schema.get("$ref"), str):
            continue
        others = set(schema) - {*ANNOTATIONS, key, "type", "discriminator"}
        if len(members) == 1:
            schema.pop("discriminator", None)
            del schema[key]
            only = members[0]
            if not others and is_map(only) and schema.get("type") in (None, "object"):
                schema.pop("type", None)
                schema = {**only, **schema}
                spot.put(schema)
            else:
                schema["allOf"] = [*as_list(schema.get("allOf")), only]
        elif not others and schema.get("type") == "object":
            del schema["type"]
