"""Discriminate: a union keeps its discriminator only where every member tells its value apart.

Out: each member of a kept union has the property as one constant of its own, so that the model tool needs no mapping,
and no member stands for all other values; other discriminators become `x-discriminator`, whose mapping names every
member: the reader of answers goes by it.
"""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_map
from ..read.document import Draft, component_name, join
from ..schema.vocabulary import is_reference, members, name_of, split_null, target
from ..schema.walk import components, schemas


def discriminate(draft: Draft) -> None:
    """Settle the discriminators of a draft."""
    named = components(draft.data)
    for spot in schemas(draft.data):
        schema = spot.schema
        if is_map(schema) and "discriminator" in schema and not _is_told_apart(schema, named):
            schema["x-discriminator"] = schema.pop("discriminator")
            _spell_out(draft, schema, named)


def _spell_out(draft: Draft, schema: dict[str, Json], named: dict[str, Json]) -> None:
    """Add the members that the mapping leaves out: by their constant, else by their name (OpenAPI 3.1, 4.8.25)."""
    rule = as_map(schema["x-discriminator"])
    mapping = as_map(rule.get("mapping"))
    stated = {name_of(str(reference)) for reference in mapping.values()}
    for member in members(schema)[1]:
        name = target(member)
        if not name or name in stated or not isinstance(rule.get("propertyName"), str):
            continue
        values = _constants(as_map(as_map(named.get(name)).get("properties")).get(str(rule["propertyName"])))
        implied = component_name(draft.at(join("/components/schemas", name)).pointer) or name
        for value in [each for each in values if isinstance(each, str)] or [implied]:
            rule["mapping"] = mapping = {**mapping, value: mapping.get(value, f"#/components/schemas/{name}")}


def _is_told_apart(schema: dict[str, Json], named: dict[str, Json]) -> bool:
    """Say whether every member of a union has one constant of the property that no other member has."""
    rule = as_map(schema["discriminator"])
    name = str(rule["propertyName"])
    if isinstance(rule.get("defaultMapping"), str):
        return False
    seen: set[str] = set()
    variants = members(schema)[1]
    for member in variants:
        if not is_reference(member):
            return False
        variant = as_map(named.get(target(member)))
        if name not in as_list(variant.get("required")):
            return False
        values = _constants(as_map(variant.get("properties")).get(name))
        if len(values) != 1 or not isinstance(value := values[0], str) or value in seen:
            return False
        seen.add(value)
    return bool(variants)


def _constants(schema: Json) -> list[Json]:
    if not is_map(schema):
        return []
    rest, null = split_null(schema)
    if null or not is_map(rest):
        return []
    return [rest["const"]] if "const" in rest else as_list(rest.get("enum"))
