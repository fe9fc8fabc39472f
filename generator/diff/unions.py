"""Unions: members matched by what tells them apart, then by class, shape and kind; the rest came or went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..ir import Tag
from .findings import Place
from .matching import Matching, constants_of, values_of
from .replaced import compare_replaced
from .resolved import Resolved, Resolver
from .restrictions import compare_restrictions
from .spelling import spelt

if TYPE_CHECKING:
    from .walk import Walk


def compare_unions(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare two types of which at least one is a union."""
    old, new = _members(walk, before, after)
    matching = Matching(walk, before.tag, after.tag)
    if before.kind != after.kind and "class" in (before.kind, after.kind) and not matching.same(old, new):
        alike = [(one, other) for one in old for other in new if matching.is_alike(one, other)]
        compare_replaced(walk, before, after, alike, place, direction)
        return
    pairs, gone, came = matching.matched(old, new)
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
        another = walk.classes.is_another(one, other)
        step = one.model if another else "" if one.model or other.model else one.kind
        walk.compare_resolved(one, other, place.inside(step) if step else place, direction)
    if before.kind == after.kind and old != [before] and new != [after]:
        compare_discriminators(walk, before, after, place, direction)
        compare_restrictions(walk, before, after, place, direction)


def _members(walk: Walk, before: Resolved, after: Resolved) -> tuple[list[Resolved], list[Resolved]]:
    """Return the members of two types. A union that has a name and stands within another one is one member where the
    other side has it as well, be it alone, and its own members elsewhere."""
    old = [walk.old.resolve(each) for each in before.members] or [before]
    new = [walk.new.resolve(each) for each in after.members] or [after]
    partner = walk.classes.partner
    if before.members and after.members:
        if before.model and any(each.model == partner.get(before.model) for each in new):
            old = [before]
        elif after.model and any(partner.get(each.model) == after.model for each in old):
            new = [after]
    ours, theirs = {partner.get(each.model, "") for each in old}, {each.model for each in new}
    return (
        list(_apart(walk.old, old, lambda model: partner.get(model, "") in theirs)),
        list(_apart(walk.new, new, lambda model: model in ours)),
    )


def _apart(side: Resolver, found: list[Resolved], is_known: Callable[[str], bool]) -> Iterator[Resolved]:
    """Yield members, and in the place of a union that the other side does not have those of the union."""
    for each in found:
        if each.kind == "union" and not is_known(each.model):
            yield from _apart(side, [side.resolve(one) for one in each.members], is_known)
        else:
            yield each


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
    now, listed = values_of(new), {value for value, _ in new.mapping}
    if old is not None and walk.classes.partner.get(old.default, "") != new.default:
        walk.findings.add("discriminator-changed", place, direction, old=old.default or None, new=new.default or None)
    for model, values in values_of(old).items():
        partner = walk.classes.partner.get(model, "")
        if partner in now:
            walk.lead((model, partner, direction))
        elsewhere = not values & now.get(partner, set()) and values & listed
        if partner in now and now[partner] != values and not elsewhere and not _says_it(walk, model, old, values):
            words = (", ".join(sorted(each)) for each in (values, now[partner]))
            kinds = ("types", "wire") if new.decides else ("wire",)
            inner = place.inside(model)
            walk.findings.add("discriminator-changed", inner, direction, old=next(words), new=next(words), kinds=kinds)


def _says_it(walk: Walk, model: str, tag: Tag | None, values: set[str]) -> bool:
    """Say whether the class of a member has its value as a constant, whose change is told there."""
    return tag is not None and constants_of(walk.old, model).get(tag.wire) in values
