"""Aliases: what stands behind them, where a method or a body has to know."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import ENCODED, Alias, Class, Field, Model, Ref, Scalar, Type
from ...ir.walk import inner
from .types import within


def written_out(found: Type, models: Mapping[str, Model]) -> Type:
    """Return a type in which aliases of values that are encoded stand as what they are aliases of."""
    if isinstance(found, Ref):
        model = models.get(found.model)
        whole = written_out(model.type, models) if isinstance(model, Alias) else found
        return whole if _is_encoded(whole) else found
    return within(found, lambda each: written_out(each, models))


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


def fields_of(found: Type, models: Mapping[str, Model]) -> tuple[Field, ...]:
    """Return the fields of the class that a type leads to, inherited ones first."""
    inner = resolved(found, models)
    model = models.get(inner.model) if isinstance(inner, Ref) else None
    if not isinstance(model, Class):
        return ()
    return tuple(each for base in model.bases for each in fields_of(Ref(base), models)) + model.fields
