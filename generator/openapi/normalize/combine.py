"""Combine: several schemas of the same value -> one, as allOf (what all say) or as a union (what either says)."""

from __future__ import annotations

from ...data import Json, as_list, as_map, is_list, is_map
from ..schema.beside import BOUNDS, tighter
from ..schema.vocabulary import ANNOTATIONS, is_reference

_OF_PROPERTIES = ("readOnly", "writeOnly", "deprecated")


def add(into: dict[str, Json], more: dict[str, Json]) -> None:
    """Merge the keywords of one schema into another, which owns them then."""
    for key, value in more.items():
        if key == "properties":
            mine = as_map(into.get("properties"))
            into["properties"] = {**mine, **{name: both(mine.get(name), each) for name, each in as_map(value).items()}}
        elif key == "required":
            into[key] = [*dict.fromkeys(map(str, [*as_list(into.get(key)), *as_list(value)]))]
        elif key == "enum" and is_list(said := into.get(key)):
            into[key] = [each for each in said if each in as_list(value)] or value
        elif key in BOUNDS and key in into and (held := tighter(key, into[key], value)) is not None:
            into[key] = held
        elif not (key == "type" and into.get(key) == "integer" and value == "number"):
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
    """Return the schema of a property that two branches describe: the more precise one. What either says of the
    property, and not of its values, holds."""
    if not is_map(mine) or mine == other:
        return other
    more = {**{key: mine[key] for key in _OF_PROPERTIES if key in mine}, **as_map(other)}
    bare = {key for key in more if key not in ANNOTATIONS}
    if not bare <= (BOUNDS if is_reference(mine) else {"enum", "const", "type", "format", *BOUNDS}):
        return more if is_map(other) else other
    result = dict(mine)
    add(result, more)
    return result


def join_objects(inline: list[Json]) -> dict[str, Json]:
    """Return one object that holds what all of some objects say."""
    result: dict[str, Json] = {"type": "object"}
    for each in inline:
        add(result, as_map(each))
    return result


def laid_together(schema: dict[str, Json], keyword: str, variants: list[dict[str, Json]]) -> dict[str, Json]:
    """Give the properties of too many members of a union to the schema around it."""
    found: dict[str, list[Json]] = {}
    for variant in variants:
        for name, value in as_map(variant.get("properties")).items():
            found.setdefault(name, []).append(value)
    rest = {key: value for key, value in schema.items() if key != keyword}
    rest["properties"] = {name: either(each) for name, each in found.items()} | as_map(rest["properties"])
    return rest
