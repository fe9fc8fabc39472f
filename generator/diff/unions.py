"""Unions: members matched by class, then by discriminator value, then by kind; the rest came or went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..data import Json, as_map, is_map
from .findings import Spot
from .shapes import Shape, spelt

if TYPE_CHECKING:
    from .schemas import Schemas


def compare_unions(walk: Schemas, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    """Compare two shapes of which at least one is a union."""
    old = [walk.old.shape(each) for each in before.members] or [before]
    new = [walk.new.shape(each) for each in after.members] or [after]
    pairs, gone, came = _matched(walk, old, new, _tags(before), _tags(after))
    if not pairs:
        walk.type_changed(before, after, spot, direction)
        return
    kinds = walk.kinds(before, after, direction)
    if gone:
        words = ", ".join(spelt(each, walk.old) for each in gone)
        walk.findings.add("branch-removed", spot, direction, old=words, kinds=kinds)
    if came:
        words = ", ".join(spelt(each, walk.new) for each in came)
        walk.findings.add("branch-added", spot, direction, new=words, kinds=kinds)
    for one, other in pairs:
        walk.shapes(one, other, spot if one.model or other.model else spot.inside(one.kind), direction)
    if before.kind == after.kind:
        compare_discriminators(walk, before, after, spot, direction)


def compare_discriminators(walk: Schemas, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
    """Compare the property that tells members apart, and the values of the members that both sides have."""
    old, new = _discriminator(before), _discriminator(after)
    if not old and not new:
        return
    one, other = old.get("propertyName"), new.get("propertyName")
    if one != other:
        rule = "discriminator-changed" if old else "discriminator-added"
        walk.findings.add(rule, spot, direction, old=one, new=other)
        return
    was, now = _tags(before), _tags(after)
    for model, values in was.items():
        partner = walk.classes.partner.get(model, "")
        if partner in now and now[partner] != values:
            words = (", ".join(sorted(each)) for each in (values, now[partner]))
            kinds = ("types", "wire") if "discriminator" in after.schema else ("wire",)
            place = spot.inside(model)
            walk.findings.add("discriminator-changed", place, direction, old=next(words), new=next(words), kinds=kinds)


def _matched(
    walk: Schemas, old: list[Shape], new: list[Shape], was: Mapping[str, set[str]], now: Mapping[str, set[str]]
) -> tuple[list[tuple[Shape, Shape]], list[Shape], list[Shape]]:
    """Return the members of both sides, and those of the old and of the new side only."""

    def same_class(one: Shape, other: Shape) -> bool:
        return bool(one.model) and walk.classes.partner.get(one.model) == other.model

    def same_tag(one: Shape, other: Shape) -> bool:
        return bool(was.get(one.model, set()) & now.get(other.model, set()))

    def same_shape(one: Shape, other: Shape) -> bool:
        return walk.classes.are_equal(one, other)

    def alike(one: Shape, other: Shape) -> bool:
        return one.kind == "class" == other.kind and walk.classes.are_alike(one, other)

    def same_schema(one: Shape, other: Shape) -> bool:
        return same_kind(one, other) and one.schema == other.schema

    def same_words(one: Shape, other: Shape) -> bool:
        return same_kind(one, other) and spelt(one, walk.old) == spelt(other, walk.new)

    def same_kind(one: Shape, other: Shape) -> bool:
        return one.kind != "class" and one.kind == other.kind

    pairs: list[tuple[Shape, Shape]] = []
    gone, came = list(old), list(new)
    for fits in (same_class, same_tag, same_shape, alike, same_schema, same_words, same_kind):
        for one in list(gone):
            fitting = [other for other in came if fits(one, other)]
            if fitting:
                found = max(fitting, key=lambda other: walk.classes.shared(one, other)) if fits is alike else fitting[0]
                pairs.append((one, found))
                gone = [each for each in gone if each is not one]
                came = [each for each in came if each is not found]
    return pairs, gone, came


def _discriminator(shape: Shape) -> dict[str, Json]:
    return as_map(shape.schema.get("discriminator") or shape.schema.get("x-discriminator"))


def _tags(shape: Shape) -> dict[str, set[str]]:
    """Return class -> its values of the discriminator."""
    found: dict[str, set[str]] = {}
    mapping = _discriminator(shape).get("mapping")
    for value, target in mapping.items() if is_map(mapping) else ():
        found.setdefault(str(target).rpartition("/")[2], set()).add(str(value))
    return found
