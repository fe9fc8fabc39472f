"""Combine: several schemas of the same value -> one, as allOf (what all say) or as a union (what either says)."""

from __future__ import annotations

from typing import Any

from ...loose import Json, as_list, is_list, is_map
from ..schema.vocabulary import ANNOTATIONS, is_reference


def add(into: dict[str, Any], more: dict[str, Any]) -> None:
    """Merge the keywords of one schema into another."""
    for key, value in more.items():
        if key == "properties":
            mine: dict[str, Any] = into.setdefault("properties", {})
            into["properties"] = {**mine, **{name: both(mine.get(name), each) for name, each in value.items()}}
        elif key == "required":
            into[key] = list(dict.fromkeys([*into.get(key, []), *value]))
        elif key == "enum" and is_list(into.get(key)):
            into[key] = [each for each in into[key] if each in value] or value
        elif key == "type" and isinstance(into.get(key), str) and into[key] == "integer" and value == "number":
            continue
        else:
            into[key] = value


def either(schemas: list[Json]) -> Json:
    """Return the schema of a property that has these in the members of a union."""
    distinct = [each for index, each in enumerate(schemas) if each not in schemas[:index]]
    if len(distinct) == 1:
        return distinct[0]
    constants = [[each["const"]] if "const" in each else as_list(each.get("enum")) for each in distinct if is_map(each)]
    if len(constants) == len(distinct) and all(constants):
        return {"enum": [value for values in constants for value in values]}
    return {"anyOf": distinct}


def both(mine: Json, other: Json) -> Json:
    """Return the schema of a property that two branches describe: the more precise one."""
    if mine is None or mine == other or not is_map(mine):
        return other
    bare = {key for key in other if key not in ANNOTATIONS} if is_map(other) else set[str]()
    if not bare:
        return {**mine, **(other if is_map(other) else {})}
    if bare <= {"enum", "const", "type", "format", "minLength", "maxLength", "pattern"} and not is_reference(mine):
        return {**mine, **other}
    return other


def join_objects(inline: list[Json]) -> dict[str, Any]:
    """Return one object that holds what all of some objects say."""
    result: dict[str, Any] = {"type": "object"}
    for each in inline:
        add(result, each)
    return result
