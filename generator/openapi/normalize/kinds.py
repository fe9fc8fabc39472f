"""Kinds: a schema keeps the keywords that speak about its own kinds of values.

In: schemas in the words of 3.1. Out: an array has no properties and an object no items; a schema that describes objects
with properties and something else besides is a union of the two. What is taken out goes to the report: where it has
been structure as a repair, for its author meant something by it, else as left out, for it has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...data import Json, copied, is_list, is_map
from ...report import Location, Report
from ..read.document import Draft, join
from ..schema.beside import aim
from ..schema.kinds import KIND_OF, is_structure, kinds_of, types_of
from ..schema.vocabulary import ANNOTATIONS
from ..schema.walk import components, schemas

_COMPOSITIONS = ("allOf", "anyOf", "oneOf")
_MEANT = {
    "array": "an array describes its elements under `items`",
    "object": "an object describes its values under `properties`",
}


def settle_kinds(draft: Draft, report: Report) -> None:
    """Settle the schemas of a draft, in place."""
    named = components(draft.data)
    for spot in schemas(draft.data):
        schema = spot.schema
        if not is_map(schema) or KIND_OF.keys().isdisjoint(schema):
            continue
        described = aim(schema, named)
        for key in _foreign(schema, described):
            _report_foreign(key, schema.pop(key), described, report, draft.at(join(spot.pointer, key)))
        if described is not schema:
            continue
        if not types_of(schema) and not _is_listed(schema) and len(kinds := kinds_of(schema)) > 1:
            schema["type"] = [*kinds]
        if _is_mixed(schema):
            members: list[Json] = list(_members(schema))
            draft.move({join(spot.pointer, "anyOf", index): spot.pointer for index in range(len(members))})
            spot.put({**_outside(schema), "anyOf": members})


def merged_kinds(schema: dict[str, Json], report: Report, at: Location) -> dict[str, Json]:
    """Return what several schemas say together without the keywords of other kinds. Properties make it an object."""
    if _is_mixed(schema):
        schema = {**schema, "type": "object"}
    others = _foreign(schema, schema)
    for key in others:
        _report_foreign(key, schema[key], schema, report, at)
    return {key: value for key, value in schema.items() if key not in others} if others else schema


def _foreign(schema: dict[str, Json], described: dict[str, Json]) -> list[str]:
    """Return the keywords of a schema that say nothing about the values it is about. described: what says so: it, or
    the component that it refers to."""
    kinds = kinds_of(described)
    if not kinds and not types_of(described):
        return []
    return [key for key in schema if key in KIND_OF and KIND_OF[key] not in kinds]


def _report_foreign(key: str, value: Json, described: dict[str, Json], report: Report, at: Location) -> None:
    """Add a problem for a keyword that is taken out of what a schema says, or what stands beside a reference to it."""
    kinds = kinds_of(described) or ["null"]
    message = f"`{key}` says nothing about {' or '.join(_worded(each) for each in kinds)}; `build` leaves it out"
    if is_structure(key, value):
        help = _MEANT.get(kinds[0], f"it is for {_worded(KIND_OF[key])}")
        report.repaired("E311", message, replace(at, is_key=True), help=help)
    else:
        report.left_out("E312", message, replace(at, is_key=True))


def _is_mixed(schema: dict[str, Json]) -> bool:
    """Say whether a schema describes objects with properties, and values of another kind as well."""
    return bool(schema.get("properties")) and not _is_listed(schema) and len(kinds_of(schema)) > 1


def _is_listed(schema: dict[str, Json]) -> bool:
    return "const" in schema or bool(schema.get("enum"))


def _members(schema: dict[str, Json]) -> Iterator[dict[str, Json]]:
    """Yield what a schema says about each of its types."""
    for kind in types_of(schema) or kinds_of(schema):
        own = {key: value for key, value in schema.items() if KIND_OF.get(key) == _group(kind)}
        if kind in ("string", "number", "integer") and "format" in schema:
            own["format"] = schema["format"]
        if kind == "object" and "discriminator" in schema:
            own["discriminator"] = schema["discriminator"]
        for key in _COMPOSITIONS:
            branches = schema.get(key)
            if is_list(branches) and any(_admits(each, kind) for each in branches):
                own[key] = copied(branches)
        yield {"type": kind, **own}


def _outside(schema: dict[str, Json]) -> dict[str, Json]:
    """Return what a schema says about values of all kinds."""
    inside = {"type", "format", "discriminator", *_COMPOSITIONS}
    return {key: value for key, value in schema.items() if key not in KIND_OF and key not in inside}


def _admits(branch: Json, kind: str) -> bool:
    """Say whether a branch of a composition may be about values of a kind."""
    if not is_map(branch):
        return branch is True
    kinds = kinds_of(branch)
    bare = set(branch) - {*ANNOTATIONS} <= {"required", "minProperties", "maxProperties"}
    return _group(kind) in kinds if kinds else not bare or kind == "object"


def _group(kind: str) -> str:
    return "number" if kind == "integer" else kind


def _worded(kind: str) -> str:
    return "null" if kind == "null" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
