"""Aliases: what stands behind them, where a method or a body has to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...ir import ENCODED, Alias, Array, Map, Model, Ref, Scalar, Tuple, Type, Union
from ...ir.walk import inner
from .types import union


def written_out(found: Type, models: Mapping[str, Model]) -> Type:
    """Return a type in which aliases of values that are encoded stand as what they are aliases of."""
    if isinstance(found, Ref):
        model = models.get(found.model)
        whole = written_out(model.type, models) if isinstance(model, Alias) else found
        return whole if _is_encoded(whole) else found
    if isinstance(found, Array):
        return replace(found, item=written_out(found.item, models))
    if isinstance(found, Map):
        return replace(found, value=written_out(found.value, models))
    if isinstance(found, Tuple):
        rest = None if found.rest is None else written_out(found.rest, models)
        return replace(found, items=tuple(written_out(each, models) for each in found.items), rest=rest)
    if isinstance(found, Union):
        return union([written_out(each, models) for each in found.members], found.tag, found.facts)
    return found


def _is_encoded(found: Type) -> bool:
    return (isinstance(found, Scalar) and found.name in ENCODED) or any(_is_encoded(each) for each in inner(found))


def resolved(found: Type, models: Mapping[str, Model]) -> Type:
    """Follow aliases to the type that they stand for."""
    seen: set[str] = set()
    while isinstance(found, Ref) and found.model not in seen:
        seen.add(found.model)
        model = models.get(found.model)
        if not isinstance(model, Alias):
            break
        found = model.type
    return found
