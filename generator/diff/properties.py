"""Properties: two classes, property by property, and what they admit beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir import Anything, Closed, Extras, Free
from .equality import is_hidden, is_leaf, same_fields
from .findings import Place
from .resolved import Attribute, Resolved
from .restrictions import compare_restrictions
from .spelling import spelt, spelt_xml
from .unions import compare_discriminators

if TYPE_CHECKING:
    from .walk import Walk


def compare_classes(walk: Walk, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
    """Compare two classes; what both inherit from one base is compared there."""
    old, new = walk.old.attributes(before.model), walk.new.attributes(after.model)
    shared = dict(_shared_bases(walk, before.model, after.model))
    for base, partner in shared.items():
        walk.lead((base, partner, direction))
    olds = {name for base in shared for name in walk.old.family(base)}
    news = {name for base in shared.values() for name in walk.new.family(base)}
    for one, other in _pairs(old, new):
        compared_in_base = (one is None or one.owner in olds) and (other is None or other.owner in news)
        if not compared_in_base:
            _attribute(walk, one, other, place, direction)
    if lost := walk.classes.lost_bases(before.model, after.model):
        walk.findings.add("base-lost", place, direction, old=", ".join(lost))
    was, now = walk.old.class_of(before.model), walk.new.class_of(after.model)
    if was and now:
        _extras(walk, was.extras, now.extras, place, direction)
    compare_discriminators(walk, before, after, place, direction)
    compare_restrictions(walk, before, after, place, direction)


def _extras(walk: Walk, before: Extras, after: Extras, place: Place, direction: str) -> None:
    """Compare what two classes admit beside their named properties."""
    closed = [isinstance(each, Closed) or (isinstance(each, Free) and each.pattern != "") for each in (before, after)]
    if closed[0] != closed[1]:
        walk.findings.add("additional-closed" if closed[1] else "additional-opened", place, direction)
    elif not isinstance(before, Closed) and not isinstance(after, Closed):
        old, new = (each.type if isinstance(each, Free) else Anything() for each in (before, after))
        walk.compare(old, new, place.inside("*"), direction)


def _shared_bases(walk: Walk, old: str, new: str) -> Iterator[tuple[str, str]]:
    after = walk.new.bases(new)
    for base in walk.old.bases(old):
        partner = walk.classes.partner.get(base, "")
        if partner in after:
            yield base, partner


def _pairs(
    old: Mapping[str, Attribute], new: Mapping[str, Attribute]
) -> Iterator[tuple[Attribute | None, Attribute | None]]:
    """Pair attributes by wire name; those that came or went by Python name, as a respelt one stays what it was."""
    came = {each.field.name: each for wire, each in new.items() if wire not in old}
    for wire, each in old.items():
        yield each, new[wire] if wire in new else came.pop(each.field.name, None)
    yield from ((None, each) for each in came.values())


def _attribute(walk: Walk, old: Attribute | None, new: Attribute | None, outer: Place, direction: str) -> None:
    one = old or new
    assert one is not None
    place = replace(outer, python=f"{outer.python}.{one.field.name}").of(f"{outer.path}/{one.field.wire}", old, new)
    if old is None or new is None:
        _come_or_gone(walk, old, new, place, direction)
        return
    was, now, findings = old.field, new.field, walk.findings
    if was.wire != now.wire:
        findings.add("property-respelt", place, direction, old=was.wire, new=now.wire)
    elif was.name != now.name:
        findings.add("attribute-renamed", place, old=was.name, new=now.name)
    if is_leaf(now.type) and same_fields(was, now):
        return
    before, after = (is_hidden(each, direction) for each in (was, now))
    if before or after:
        if before != after:
            _access(walk, old, new, after, place, direction)
        return
    _presence(walk, old, new, place, direction)
    if was.doc != now.doc:
        walk.described += 1
    if was.deprecated != now.deprecated:
        findings.add("property-deprecated" if now.deprecated else "property-kept", place, direction)
    if was.default != now.default:
        findings.add("default-changed", place, direction, old=was.default, new=now.default)
    if was.xml != now.xml and old.owner in walk.old.in_xml and new.owner in walk.new.in_xml:
        findings.add("xml-changed", place, direction, old=spelt_xml(was.xml), new=spelt_xml(now.xml))
    walk.compare_resolved(walk.old.resolve(was.type), walk.new.resolve(now.type), place, direction)


def _come_or_gone(walk: Walk, old: Attribute | None, new: Attribute | None, place: Place, direction: str) -> None:
    if old is not None:
        words = spelt(walk.old.resolve(old.field.type), walk.old)
        way = _other_way(direction) if is_hidden(old.field, direction) else direction
        walk.findings.add("property-removed", place, way, old=words)
    elif new is not None and not is_hidden(new.field, direction):
        rule = "property-required-added" if new.field.required and direction == "sent" else "property-added"
        words = spelt(walk.new.resolve(new.field.type), walk.new)
        walk.findings.add(rule, place, direction, new=words)


def _other_way(direction: str) -> str:
    return "received" if direction == "sent" else "sent"


def _presence(walk: Walk, old: Attribute, new: Attribute, place: Place, direction: str) -> None:
    """Compare whether a property must be there and may be null; both read as None in Python."""
    findings, was, now = walk.findings, old.field, new.field
    before, after = walk.old.resolve(was.type), walk.new.resolve(now.type)
    if now.required and not was.required:
        findings.add("became-required", place, direction)
    elif was.required and not now.required:
        variant = "none before" if before.nullable and direction == "received" else ""
        findings.add("became-optional", place, direction, variant=variant)
    if "any" in (before.kind, after.kind):
        return
    if after.nullable and not before.nullable:
        none_before = direction == "received" and not (was.required and now.required)
        findings.add("became-nullable", place, direction, variant="none before" if none_before else "")
    elif before.nullable and not after.nullable:
        owner = walk.old.class_of(old.owner)
        by_name = direction == "sent" and owner is not None and owner.keywords
        kinds = ("types", "wire") if by_name or (was.required and now.required) else ("wire",)
        findings.add("nullable-lost", place, direction, kinds=kinds)


def _access(walk: Walk, old: Attribute, new: Attribute, hidden: bool, place: Place, direction: str) -> None:
    """Report that a property is carried in this direction no more (hidden), or now."""
    if direction == "received":
        rule = "writeonly-set" if hidden else "writeonly-lifted"
        walk.findings.add(rule, place, direction, variant="none before" if hidden and not old.field.required else "")
        return
    owner = walk.old.class_of(old.owner)
    by_name = "by name" if hidden and owner is not None and owner.keywords else ""
    if (old if hidden else new).field.required:
        walk.findings.add("readonly-required-changed", place, direction, variant=by_name if hidden else "lifted")
    else:
        walk.findings.add("readonly-set" if hidden else "readonly-lifted", place, direction, variant=by_name)
