"""Branches: the parts of a composition, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...data import Json, as_list, as_map, copied, is_list, is_map
from ..read.document import Draft
from ..schema.vocabulary import ANNOTATIONS, is_object, is_reference
from ..schema.walk import Spot, schemas
from .losses import Losses


def take_one_union(draft: Draft, spots: Iterable[Spot], losses: Losses) -> bool:
    """Leave one of two unions that a schema has side by side, in place: the one that describes its values.

    spots: all that hold schemas. Returns whether there were any such unions.
    """
    found = any(_has_two_unions(each.schema) for each in spots)
    for spot in schemas(draft.data) if found else ():
        schema = spot.schema
        if is_map(schema) and _has_two_unions(schema):
            losses.pointer = spot.pointer
            weak = [key for key in ("anyOf", "oneOf") if all(only_demands(each) for each in as_list(schema[key]))]
            (losses.alternatives if weak else losses.union)()
            del schema[weak[0] if weak else "anyOf"]
    return found


def _has_two_unions(schema: Json) -> bool:
    """Say whether a schema has two unions side by side."""
    if not is_map(schema) or is_reference(schema):
        return False
    return is_list(schema.get("oneOf")) and is_list(schema.get("anyOf"))


def opened(branch: Json) -> Json:
    """Return a branch without what forbids further properties."""
    if not is_map(branch) or not is_object(branch):
        return branch
    return {key: value for key, value in branch.items() if (key, value) != ("additionalProperties", False)}


def notes_of(schema: dict[str, Json]) -> dict[str, Json]:
    """Return the annotations of a schema; what it does not say itself, a branch may say of the same values. A title is
    that of the branch."""
    found: dict[str, Json] = {}
    for branch in as_list(schema.get("allOf")):
        found |= {key: copied(value) for key, value in notes_of(as_map(branch)).items() if key != "title"}
    return {**found, **{key: value for key, value in schema.items() if key in ANNOTATIONS}}


def is_empty(branch: Json) -> bool:
    """Say whether a branch leaves the whole as it is: it says nothing, or that this is an object."""
    return branch is True or (
        is_map(branch)
        and not (set(branch) - {*ANNOTATIONS, "type", "additionalProperties"})
        and branch.get("type") in (None, "object")
        and branch.get("additionalProperties", False) is False
    )


def only_demands(schema: Json) -> bool:
    """Say whether a schema describes no value, but demands or forbids properties of one."""
    if not is_map(schema):
        return False
    keys = set(schema) - {*ANNOTATIONS, "type"}
    return bool(keys) and keys <= {"required", "not", "minProperties", "maxProperties"}


def beside_of(schema: dict[str, Json]) -> dict[str, Json]:
    """Return what stands beside a reference and restricts its values."""
    return {key: value for key, value in schema.items() if key not in (*ANNOTATIONS, "$ref")}


def properties_of(schema: Json, resolve: Callable[[Json], Json]) -> dict[str, Json]:
    """Return the properties of a class and of all that it extends. resolve: what a reference leads to."""
    result: dict[str, Json] = {}
    for each in as_list(as_map(schema).get("allOf")):
        result.update(properties_of(resolve(each) if is_reference(each) else each, resolve))
    result.update(as_map(as_map(schema).get("properties")))
    return result


def required_of(schema: Json) -> list[str]:
    """Return the properties that a branch demands."""
    return [str(name) for name in as_list(as_map(schema).get("required"))]
