"""Unions: members matched by class, then by discriminator value, then by kind; the rest came or went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..ir import Tag
from .equality import same_types
from .findings import Place
from .resolved import Resolved
from .spelling import spelt

if TYPE_CHECKING:
    from .walk import Walk


def compare_unions(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare two types of which at least one is a union."""
    old = [walk.old.resolve(each) for each in before.members] or [before]
    new = [walk.new.resolve(each) for each in after.members] or [after]
    pairs, gone, came = _matched(walk, old, new, _values(before.tag), _values(after.tag))
    if not pairs:
        walk.type_changed(before, after, place, direction)
        return
    kinds = walk.kinds(before, after, direction)
    if gone:
        words = ", ".join(spelt(each, walk.old) for each in gone)
        walk.findings.add("branch-removed", place, direction, old=words, kinds=kinds)
    if came:
        words = ", ".join(spelt(each, walk.new) for each in came)
        walk.findings.add("branch-added", place, direction, new=words, kinds=kinds)
    for one, other in pairs:
        walk.compare_resolved(one, other, place if one.model or other.model else place.inside(one.kind), direction)
    if before.kind == after.kind:
        compare_discriminators(walk, before, after, place, direction)


def compare_discriminators(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare the property that tells members apart, and the values of the members that both sides have."""
    old, new = before.tag, after.tag
    if old is None and new is None:
        return
    one, other = old.wire if old else None, new.wire if new else None
    if one != other or new is None:
        rule = "discriminator-changed" if old else "discriminator-added"
        walk.findings.add(rule, place, direction, old=one, new=other)
        return
    now = _values(new)
    if old is not None and walk.classes.partner.get(old.default, "") != new.default:
        walk.findings.add("discriminator-changed", place, direction, old=old.default or None, new=new.default or None)
    for model, values in _values(old).items():
        partner = walk.classes.partner.get(model, "")
        if partner in now and now[partner] != values:
            words = (", ".join(sorted(each)) for each in (values, now[partner]))
            kinds = ("types", "wire") if new.decides else ("wire",)
            inner = place.inside(model)
            walk.findings.add("discriminator-changed", inner, direction, old=next(words), new=next(words), kinds=kinds)


def _matched(
    walk: Walk, old: list[Resolved], new: list[Resolved], was: Mapping[str, set[str]], now: Mapping[str, set[str]]
) -> tuple[list[tuple[Resolved, Resolved]], list[Resolved], list[Resolved]]:
    """Return the members of both sides, and those of the old and of the new side only."""

    def same_class(one: Resolved, other: Resolved) -> bool:
        return bool(one.model) and walk.classes.partner.get(one.model) == other.model

    def same_tag(one: Resolved, other: Resolved) -> bool:
        return bool(was.get(one.model, set()) & now.get(other.model, set()))

    def same_print(one: Resolved, other: Resolved) -> bool:
        return walk.classes.are_equal(one, other)

    def alike(one: Resolved, other: Resolved) -> bool:
        return one.kind == "class" == other.kind and walk.classes.are_alike(one, other)

    def same_type(one: Resolved, other: Resolved) -> bool:
        return same_kind(one, other) and same_types(one.type, other.type)

    def same_words(one: Resolved, other: Resolved) -> bool:
        return same_kind(one, other) and spelt(one, walk.old) == spelt(other, walk.new)

    def same_kind(one: Resolved, other: Resolved) -> bool:
        return one.kind != "class" and one.kind == other.kind

    pairs: list[tuple[Resolved, Resolved]] = []
    gone, came = list(old), list(new)
    for fits in (same_class, same_tag, same_print, alike, same_type, same_words, same_kind):
        for one in list(gone):
            fitting = [other for other in came if fits(one, other)]
            if fitting:
                found = max(fitting, key=lambda other: walk.classes.shared(one, other)) if fits is alike else fitting[0]
                pairs.append((one, found))
                gone = [each for each in gone if each is not one]
                came = [each for each in came if each is not found]
    return pairs, gone, came


def _values(tag: Tag | None) -> dict[str, set[str]]:
    """Return class -> its values of the property that tells classes apart."""
    found: dict[str, set[str]] = {}
    for value, model in tag.mapping if tag else ():
        found.setdefault(model, set()).add(value)
    return found
