"""Tags of families: a class says again what its base tells it apart by; the base keeps it, and the class extends it."""

from __future__ import annotations

from collections.abc import Mapping

from ...data import Json, as_list, as_map, map_in
from ..schema.vocabulary import is_reference
from .branches import is_empty


def tag_property(schema: Json) -> str:
    """Return the property by which a class tells apart those that extend it; "" where there is none."""
    found = as_map(schema)
    for each in (found, *(as_map(branch) for branch in as_list(found.get("allOf")) if not is_reference(branch))):
        if isinstance(wire := as_map(each.get("discriminator")).get("propertyName"), str):
            return wire
    return ""


def without_tags(inline: list[Json], tags: Mapping[str, str]) -> tuple[list[Json], list[tuple[str, str]]]:
    """Return branches without the properties of tags, and base -> the value that a branch fixes for one.

    tags: property -> the base that tells its children apart by it.
    """
    values: list[tuple[str, str]] = []
    kept: list[Json] = []
    for branch in inline:
        properties, required = as_map(as_map(branch).get("properties")), as_list(as_map(branch).get("required"))
        again = [wire for wire in tags if wire in properties or wire in required]
        if not again:
            kept.append(branch)
            continue
        for wire in again:
            found = as_map(properties.get(wire))
            listed = [found["const"]] if "const" in found else as_list(found.get("enum"))
            values += [(tags[wire], each) for each in listed if isinstance(each, str) and len(listed) == 1]
        rest: dict[str, Json] = {**as_map(branch)}
        rest["properties"] = {wire: each for wire, each in properties.items() if wire not in again}
        rest["required"] = [wire for wire in required if wire not in again]
        kept.append({key: each for key, each in rest.items() if each or key not in ("properties", "required")})
    return [each for each in kept if not is_empty(each)], values


def add_to_mapping(base: dict[str, Json], value: str, name: str) -> None:
    """Say in the mapping of a base which class a value stands for, unless it says so already (OpenAPI 3.1, 4.8.25)."""
    for each in (base, *(as_map(branch) for branch in as_list(base.get("allOf")) if not is_reference(branch))):
        if "discriminator" in each:
            mapping = map_in(map_in(each, "discriminator"), "mapping")
            mapping.setdefault(value, f"#/components/schemas/{name}")
