"""Plain JSON data as `data` has it, untyped: for the rooms that are not typed yet."""

from __future__ import annotations

from typing import Any, TypeAlias

from typing_extensions import TypeIs

Json: TypeAlias = Any
"""None, bool, int, float, str, list of Json, dict from text to Json."""


def is_map(value: object) -> TypeIs[dict[str, Any]]:
    """Say whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeIs[list[Any]]:
    """Say whether a value is a JSON array."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeIs[tuple[Any, ...]]:
    """Say whether a value is a tuple: an array of the IR."""
    return isinstance(value, tuple)


def copied(value: Json) -> Json:
    """Return a deep copy of plain data."""
    if is_map(value):
        return {key: each if isinstance(each, str) else copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if is_list(value) else value


def as_map(value: object) -> dict[str, Any]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return value if is_map(value) else {}


def as_list(value: object) -> list[Any]:
    """Return a JSON array as it is, and an empty one for anything else."""
    return value if is_list(value) else []
