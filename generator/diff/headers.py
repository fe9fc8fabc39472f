"""Headers: those of answers, and of the parts of a multipart body. Python shows both as text."""

from __future__ import annotations

from collections.abc import Sequence

from ..ir import Header
from .findings import Place
from .restrictions import compare_restrictions
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
    before, after = walk.old.resolve(old.type), walk.new.resolve(new.type)
    words = spelt(before, walk.old), spelt(after, walk.new)
    if words[0] != words[1] and before.kind != after.kind:
        walk.findings.add("type-changed", place, direction, old=words[0], new=words[1], kinds=("wire",))
    else:
        compare_restrictions(walk, before, after, place, direction)
