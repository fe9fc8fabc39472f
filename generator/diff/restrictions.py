"""Restrictions: constants, formats, bounds and whatever else restricts two types of one kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..data import Json
from ..ir import Facts, File, Scalar
from ..python.annotations import annotation
from .findings import Findings, Place
from .resolved import Constant, Resolved
from .spelling import LOWER, STEPS, UPPER, bound

if TYPE_CHECKING:
    from .walk import Walk


def compare_restrictions(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare what restricts two types of the same kind."""
    compare_values(walk, before, after, place, direction)
    _formats(walk, before, after, place, direction)
    _compare_facts(walk.findings, before, after, place, direction)


def compare_beside(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare what is demanded beside references to one model; what the model demands is told of the model. A bound
    that stands there has its effect together with that of the model."""
    was, now = before.beside, after.beside
    moved = [name for name in (*LOWER, *UPPER, *STEPS) if bound(was, name) != bound(now, name)]
    old, new = (replace(each.beside, **{name: getattr(each.facts, name) for name in moved}) for each in (before, after))
    _compare_facts(walk.findings, replace(before, facts=old), replace(after, facts=new), place, direction)


def _compare_facts(findings: Findings, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare facts. Listed values are held to nothing else, but where a bound takes some of them out."""
    old, new = before.facts, after.facts
    if before.values is not None or after.values is not None:
        listed = [each for each in before.values or () if each in (after.values or ())]
        if [_is_within(each, old) for each in listed] != [_is_within(each, new) for each in listed]:
            _bounds(findings, old, new, place, direction)
        return
    _bounds(findings, old, new, place, direction)
    if old.pattern != new.pattern:
        rule = "pattern-changed" if new.pattern else "pattern-dropped"
        findings.add(rule, place, direction, old=old.pattern or None, new=new.pattern or None)
    others = dict(old.others), dict(new.others)
    changed = [key for key in dict.fromkeys([*others[0], *others[1]]) if others[0].get(key) != others[1].get(key)]
    if changed:
        words = [", ".join(f"{key} {side[key]}" for key in changed if key in side) or "none" for side in others]
        findings.add("constraint-changed", place, direction, old=words[0], new=words[1])


def _is_within(value: Constant, facts: Facts) -> bool:
    """Say whether a constant is within the bounds of its kind."""
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return (facts.min_length or 0) <= len(value) <= (math.inf if facts.max_length is None else facts.max_length)
    low, above, high, below = facts.minimum, facts.above, facts.maximum, facts.below
    return (
        (low is None or value >= low)
        and (above is None or value > above)
        and (high is None or value <= high)
        and (below is None or value < below)
        and not (facts.multiple_of and value % facts.multiple_of)
    )


def compare_values(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare the constants that two types are restricted to."""
    old, new, findings = before.values, after.values, walk.findings
    gone, came = _without(old or (), new or ()), _without(new or (), old or ())
    if not gone and not came:
        return
    kinds = walk.kinds(before, after, direction)
    if old is None or new is None:
        if new is not None:
            findings.add("enum-set", place, direction, new=_listed(new), kinds=kinds)
        elif old is not None:
            findings.add("enum-dropped", place, direction, old=_listed(old), kinds=("types",))
        return
    another = before.is_constant and came and direction == "received"
    if another or (before.is_constant and after.is_constant and gone):
        kinds = ("types", "wire")
        findings.add("const-changed", place, direction, old=_listed(old), new=_listed(new), kinds=kinds)
        return
    one_kind = before.kind == after.kind
    if gone and came:
        rule = "enum-values-changed" if one_kind else "type-changed"
        findings.add(rule, place, direction, old=_listed(gone), new=_listed(came), kinds=kinds)
    elif gone:
        findings.add("enum-value-removed", place, direction, old=_listed(gone))
    elif one_kind:
        findings.add("enum-value-added", place, direction, new=_listed(came))
    else:
        findings.add("type-widened", place, direction, new=_listed(came), kinds=kinds)


def _without(values: Sequence[Json], others: Sequence[Json]) -> list[Json]:
    keys = {(type(each).__name__, str(each)) for each in others}
    return [each for each in values if (type(each).__name__, str(each)) not in keys]


def _listed(values: Sequence[Json]) -> str:
    return ", ".join(str(each) for each in values)


def _formats(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    old, new = before.facts.format, after.facts.format
    visible = _leaf(before) != _leaf(after)
    if (old == new and not visible) or before.values is not None or after.values is not None:
        return
    words = [each or "none" for each in (old, new)] if old != new else [_leaf(before), _leaf(after)]
    rule = "format-changed" if visible else "format-noted" if new else "format-dropped"
    kinds = walk.kinds(before, after, direction) if visible else ()
    walk.findings.add(rule, place, direction, old=words[0], new=words[1], kinds=kinds)


def _leaf(found: Resolved) -> str:
    """Return what Python tells apart among values of one kind."""
    return annotation(found.type) if isinstance(found.type, (File, Scalar)) else ""


def _bounds(findings: Findings, before: Facts, after: Facts, place: Place, direction: str) -> None:
    """Report all tightened bounds as one finding, and all loosened ones as another."""
    moved: dict[str, list[str]] = {"bounds-tightened": [], "bounds-loosened": []}
    for name, word in {**LOWER, **UPPER, **STEPS}.items():
        old, new = bound(before, name), bound(after, name)
        if old != new:
            rule = "bounds-tightened" if _is_tighter(name, old, new) else "bounds-loosened"
            moved[rule].append(f"{word} {_or_none(old)} -> {_or_none(new)}")
    for rule, words in moved.items():
        if words:
            findings.add(rule, place, direction, new=", ".join(words))


def _is_tighter(name: str, old: float | None, new: float | None) -> bool:
    if new is None or old is None:
        return new is not None
    if name in LOWER:
        return new > old
    if name in UPPER:
        return new < old
    return name == "unique" or new == 0 or bool(old % new)


def _or_none(value: Json) -> str:
    return "none" if value is None else str(value)
