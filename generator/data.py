"""Plain JSON data, and the questions every stage asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, overload

from typing_extensions import TypeIs

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


COLLECTING = (100_000, 50, 100)
"""Thresholds of the garbage collector: documents are large trees without cycles, and looking for some takes a third of
the time."""


def is_map(value: object) -> TypeIs[dict[str, Json]]:
    """Say whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeIs[list[Json]]:
    """Say whether a value is a JSON array."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeIs[Mapping[str, object]]:
    """Say whether a value is a mapping, read-only or not: an object of the IR."""
    return isinstance(value, Mapping)


def is_tuple(value: object) -> TypeIs[tuple[object, ...]]:
    """Say whether a value is a tuple: an array of the IR."""
    return isinstance(value, tuple)


@overload
def copied(value: dict[str, Json]) -> dict[str, Json]: ...
@overload
def copied(value: Json) -> Json: ...
def copied(value: Json) -> Json:
    """Return a deep copy of plain data."""
    if is_map(value):
        return {key: each if isinstance(each, str) else copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if is_list(value) else value


def as_map(value: object) -> dict[str, Json]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return value if is_map(value) else {}


def as_list(value: object) -> list[Json]:
    """Return a JSON array as it is, and an empty one for anything else."""
    return value if is_list(value) else []


def as_text(value: object) -> str:
    """Return text as it is, and an empty one for anything else."""
    return value if isinstance(value, str) else ""


def maps(value: object) -> list[dict[str, Json]]:
    """Return the elements of a JSON array, each read with as_map."""
    return [as_map(each) for each in as_list(value)]


def map_in(holder: dict[str, Json], key: str) -> dict[str, Json]:
    """Return the object under a key; an empty one is put there when there is none."""
    value = holder.get(key)
    if not is_map(value):
        value = holder[key] = {}
    return value


def list_in(holder: dict[str, Json], key: str) -> list[Json]:
    """Return the array under a key; an empty one is put there when there is none."""
    value = holder.get(key)
    if not is_list(value):
        value = holder[key] = []
    return value
