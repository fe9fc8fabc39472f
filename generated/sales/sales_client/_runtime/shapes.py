"""Whether a value is an object, a list or to be awaited, said so that type checkers learn what is in it.

Values of the runtime itself are named tuples: made and imported in a fraction of the time of a dataclass.
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeGuard

EMPTY: Mapping[Any, Any] = MappingProxyType({})
"""The mapping that is there where none is given."""


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def is_awaitable(value: object) -> TypeGuard[Awaitable[Any]]:
    return isinstance(value, Awaitable)


def is_several(value: object) -> TypeGuard[Sequence[Any] | set[Any] | frozenset[Any]]:
    """Say whether a value is a collection in its own right, and not text."""
    if isinstance(value, str | bytes | bytearray | memoryview):
        return False
    return isinstance(value, Sequence | set | frozenset)
