"""Replaced: a type that stands in the place of another one, told as one finding; what differs inside is its details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .changes import Finding
from .findings import Findings, Place
from .resolved import Resolved
from .spelling import spelt

if TYPE_CHECKING:
    from .walk import Walk

Pairs = Sequence[tuple[Resolved, Resolved]]


def compare_replaced(
    walk: Walk, before: Resolved, after: Resolved, alike: Pairs, place: Place, direction: str, *, unseen: bool = False
) -> None:
    """Report that a type, of classes, stands in the place of another one.

    alike: the classes of both that may have become each other. unseen: the type is open to Python.
    """
    pairs = [(one, other) for one, other in alike if (one.model, other.model) not in walk.inside]
    if alike and not pairs:
        return
    details = _details(walk, pairs, place, direction)
    inside = any("types" in each.kinds for each in details)
    types = not unseen and (inside or walk.checker.objects(before, after, direction))
    fits = any(walk.classes.are_alike(one, other) for one, other in pairs)
    wire = unseen or not fits or any("wire" in each.kinds for each in details)
    kinds = (*(("types",) if types else ()), *(("wire",) if wire else ()))
    old, new = spelt(before, walk.old), spelt(after, walk.new)
    messages = [each.message for each in details]
    rule = _rule(walk, before, after)
    walk.findings.add(rule, place, direction, old=old, new=new, kinds=kinds, details=messages)


def _rule(walk: Walk, before: Resolved, after: Resolved) -> str:
    """Say what classes that extend others mean: less than before, more, or something else."""
    old = [walk.old.resolve(each) for each in before.members] or [before]
    new = [walk.new.resolve(each) for each in after.members] or [after]
    if any(each.kind != "class" for each in (*old, *new)):
        return "type-changed"
    if all(any(walk.classes.passes(now.model, was.model, sent=False) for was in old) for now in new):
        return "type-narrowed"
    if all(any(walk.classes.passes(was.model, now.model, sent=True) for now in new) for was in old):
        return "type-widened"
    return "type-changed"


def _details(walk: Walk, pairs: Pairs, place: Place, direction: str) -> tuple[Finding, ...]:
    """Return what differs inside of pairs of classes; nothing where they stand inside of such themselves."""
    if walk.inside:
        return ()
    outer, walk.findings = walk.findings, Findings()
    walk.inside.update((one.model, other.model) for one, other in pairs)
    for one, other in pairs:
        walk.compare_content(one, other, replace(place, operation="", path=other.model), direction)
    found, walk.findings = walk.findings, outer
    walk.inside.clear()
    return found.settled({place.node: (place.operation,)}, {})
