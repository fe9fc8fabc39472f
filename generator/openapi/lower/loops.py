"""Loops: aliases that lead back to themselves through aliases alone. No class breaks the circle, so a part of it is any
value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...ir import Alias, Anything, Model, Ref, Type
from ...ir.walk import references
from ...report import Report
from .modules import strongly_connected
from .types import within


def without_loops(models: tuple[Model, ...], report: Report) -> tuple[Model, ...]:
    """Return the models, references within a circle of aliases read as any value; each such alias is reported."""
    aliases = {model.name: model.type for model in models if isinstance(model, Alias)}
    loops = _loops({name: [each for each in references(found) if each in aliases] for name, found in aliases.items()})
    for model in models:
        if model.name in loops:
            message = f"{model.name} leads back to itself with no class between; `build` reads that part as any value"
            report.left_out("E406", message, model.at)
    return tuple(
        replace(model, type=_opened(model.type, loops)) if isinstance(model, Alias) and model.name in loops else model
        for model in models
    )


def _loops(edges: Mapping[str, list[str]]) -> set[str]:
    """Return the nodes that lead back to themselves."""
    groups = strongly_connected(edges)
    return {name for group in groups for name in group if len(group) > 1 or name in edges[name]}


def _opened(found: Type, loops: set[str]) -> Type:
    if isinstance(found, Ref):
        return Anything() if found.model in loops else found
    return within(found, lambda each: _opened(each, loops))
