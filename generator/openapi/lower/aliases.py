"""Aliases: what stands behind them, where a method or a body has to know."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import ENCODED, Alias, Field, Model, Ref, Scalar, Type, walk
from ...ir.demands import held
from .types import within


def written_out(found: Type, models: Mapping[str, Model]) -> Type:
    """Return a type in which aliases of values that are encoded stand as what they are aliases of."""
    if isinstance(found, Ref):
        model = models.get(found.model)
        whole = written_out(model.type, models) if isinstance(model, Alias) else found
        return held(whole, found.facts) if _is_encoded(whole) else found
    return within(found, lambda each: written_out(each, models))


def _is_encoded(found: Type) -> bool:
    return (isinstance(found, Scalar) and found.name in ENCODED) or any(_is_encoded(each) for each in walk.inner(found))


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


def fields_of(found: Type, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """Return the fields of the class that a type leads to, inherited ones first."""
    whole = resolved(found, models)
    return walk.fields_of(whole.model, models) if isinstance(whole, Ref) else ()
