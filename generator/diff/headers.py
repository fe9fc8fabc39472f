"""Headers: those of answers, and of the parts of a multipart body. Python shows both as text."""

from __future__ import annotations

from collections.abc import Sequence

from ..ir import Array, Header, Type
from .findings import Place
from .restrictions import compare_beside, compare_restrictions
from .spelling import spelt
from .walk import Walk


def compare_headers(old: Sequence[Header], new: Sequence[Header], place: Place, direction: str, walk: Walk) -> None:
    """Compare headers by their names, whose case means nothing."""
    before, after = ({each.wire.casefold(): each for each in side} for side in (old, new))
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        name = (was or after[key]).wire
        inner = place.of(f"{place.path} header {name}", was, now)
        if now is None:
            walk.findings.add("header-removed", inner, direction)
        elif was is None:
            rule = "header-required-added" if now.required and direction == "sent" else "header-added"
            walk.findings.add(rule, inner, direction)
        else:
            _compare(was, now, inner, direction, walk)


def _compare(old: Header, new: Header, place: Place, direction: str, walk: Walk) -> None:
    walk.described += old.doc != new.doc
    if old.required != new.required:
        rule = "header-became-required" if new.required else "header-became-optional"
        walk.findings.add(rule, place, direction)
    if old.deprecated != new.deprecated:
        walk.findings.add("property-deprecated" if new.deprecated else "property-kept", place, direction)
    _compare_values(old.type, new.type, place, direction, walk)


def _compare_values(old: Type, new: Type, place: Place, direction: str, walk: Walk) -> None:
    before, after = walk.old.resolve(old), walk.new.resolve(new)
    if before.model and after.model and walk.classes.are_one(before.model, after.model):
        walk.lead((before.model, after.model, direction))
        compare_beside(walk, before, after, place, direction)
        return
    words = spelt(before, walk.old), spelt(after, walk.new)
    if words[0] != words[1] and before.kind != after.kind:
        walk.findings.add("type-changed", place, direction, old=words[0], new=words[1], kinds=("wire",))
        return
    compare_restrictions(walk, before, after, place, direction)
    if isinstance(before.type, Array) and isinstance(after.type, Array):
        _compare_values(before.type.item, after.type.item, place.inside("[]"), direction, walk)
