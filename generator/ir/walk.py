"""Walks over types: what stands inside one, and which models it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from .types import Array, Map, Ref, Tuple, Type, Union


def inner(found: Type) -> tuple[Type, ...]:
    """Return the types directly inside a type."""
    if isinstance(found, Array):
        return (found.item,)
    if isinstance(found, Map):
        return (found.value,)
    if isinstance(found, Tuple):
        return (*found.items, *(() if found.rest is None else (found.rest,)))
    return found.members if isinstance(found, Union) else ()


def references(found: Type) -> Iterator[str]:
    """Yield the models that a type refers to, in order."""
    if isinstance(found, Ref):
        yield found.model
    for each in inner(found):
        yield from references(each)
