"""Nulls: a component that may itself be null becomes one that may not, and null moves to where it is referred to."""

from __future__ import annotations

from ...data import as_list
from ..read.document import Draft
from ..schema.vocabulary import is_null, is_reference, split_null, target, with_null
from ..schema.walk import components, is_component, schemas


def move_nulls(draft: Draft) -> None:
    """Move null from components to their references, in place."""
    named = components(draft.data)
    nullable: set[str] = set()
    changed = True
    while changed:
        changed = False
        for name, schema in named.items():
            rest, null = split_null(schema)
            alias = target(rest) in nullable
            if name not in nullable and ((null and not is_null(rest)) or alias):
                named[name] = rest
                nullable.add(name)
                changed = True
    if not nullable:
        return
    for spot in [each for each in schemas(draft.data) if is_reference(each.schema)]:
        inside_composition = spot.steps[:1] == ("allOf",) or is_component(spot)
        beside_null = spot.steps[:1] in (("anyOf",), ("oneOf",)) and any(map(is_null, as_list(spot.holder)))
        # Asked again: `merge` may have given one object to two places, which is then met twice.
        if target(spot.schema) in nullable and not (inside_composition or beside_null):
            spot.put(with_null(spot.schema))
