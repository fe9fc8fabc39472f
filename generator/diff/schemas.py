"""Schemas: two of them, at the same place and in one direction -> findings.

Classes are compared once for each direction, however many places refer to them, from a list of what is still to do: a
schema that contains itself ends, and the cost is that of the two documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..data import Json, as_map
from ..openapi.schema.vocabulary import is_reference
from ..openapi.schema.walk import is_leaf
from .assignable import Checker
from .classes import Classes, unchanged
from .facets import compare_facets, compare_values
from .findings import Findings, Node, Spot
from .shapes import Attribute, Shape, Shapes, is_identical, spelt
from .unions import compare_discriminators, compare_unions


class Schemas:
    """Compares schemas of two sides, and keeps what refers to what."""

    def __init__(self, old: Shapes, new: Shapes, findings: Findings) -> None:
        self.old = old
        self.new = new
        self.classes = Classes(old, new)
        self.checker = Checker(old, new, self.classes)
        self.findings = findings
        self.edges: dict[Node, list[Node]] = {}
        self.retyped: dict[tuple[str, str], None] = {}
        self.described = 0
        self._pending: list[tuple[str, str, str, str]] = []
        self._seen: set[Node] = set()
        self._unchanged = unchanged(old, new)

    def compare(self, old: Json, new: Json, spot: Spot, direction: str) -> None:
        """Compare two schemas that stand at one place."""
        if _is_same_leaf(old, new):
            return
        before, after = self.old.shape(old), self.new.shape(new)
        if "any" not in (before.kind, after.kind):
            if after.nullable and not before.nullable:
                self.findings.add("became-nullable", spot, direction)
            elif before.nullable and not after.nullable:
                self.findings.add("nullable-lost", spot, direction)
        self.shapes(before, after, spot, direction)

    def compare_unseen(self, old: Json, new: Json, spot: Spot) -> None:
        """Compare the bodies of two errors: their type is open to Python, their classes are what they are."""
        before, after = self.old.shape(old), self.new.shape(new)
        same = not (before.model and after.model) or self.classes.are_one(before.model, after.model)
        if before.kind == after.kind and (same or self.classes.are_alike(before, after)):
            self.compare(old, new, spot, "received")
        else:
            words = spelt(before, self.old), spelt(after, self.new)
            self.findings.add("type-changed", spot, "received", old=words[0], new=words[1], kinds=("wire",))

    def shapes(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        """Compare two shapes, null apart."""
        if before.model and after.model:
            self._named(before, after, spot, direction)
        else:
            self._content(before, after, spot, direction)

    def finish(self) -> None:
        """Compare the classes that are still to do; then those that no operation reaches, as far as names go."""
        self._work()
        for name in self.old.models:
            partner = self.classes.partner.get(name, name)
            met = any((name, partner, direction) in self._seen for direction in ("sent", "received"))
            if not met and partner in self.new.models and self.classes.are_one(name, partner):
                self._enqueue(name, partner, "received", "")
                self._work()

    def _work(self) -> None:
        while self._pending:
            old, new, direction, subject = self._pending.pop()
            node = (old, new, direction)
            old_model, new_model = self.old.models[old], self.new.models[new]
            spot = Spot("", subject or old, old, old_model.at, new_model.at, node)
            before, after = self.old.named(old), self.new.named(new)
            if old_model.doc != new_model.doc:
                self.described += 1
            self._content(before, after, spot, direction)

    def _named(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        subject = ""
        if not self.classes.are_one(before.model, after.model):
            if not self.classes.are_alike(before, after):
                if "union" in (before.kind, after.kind):
                    self._content(before, after, spot, direction)
                else:
                    self.type_changed(before, after, spot, direction)
                return
            subject = f"{spot.operation} {spot.path}".strip()
            if before.kind == "class":
                self.retyped[(before.model, after.model)] = None
        node = (before.model, after.model, direction)
        self.edges.setdefault(spot.node, []).append(node)
        self._enqueue(*node, subject)

    def _enqueue(self, old: str, new: str, direction: str, subject: str) -> None:
        node = (old, new, direction)
        if node not in self._seen and not (old == new and old in self._unchanged):
            self._seen.add(node)
            self._pending.append((old, new, direction, subject))

    def _content(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        if "union" in (before.kind, after.kind) and "any" not in (before.kind, after.kind):
            compare_unions(self, before, after, spot, direction)
        elif before.kind != after.kind and before.values and after.values:
            compare_values(self, before, after, spot, direction)
        elif before.kind != after.kind:
            self._kind_changed(before, after, spot, direction)
        elif before.kind == "class" and before.model and after.model:
            self._classes(before, after, spot, direction)
        else:
            compare_facets(self, before, after, spot, direction)
            self._parts(before, after, spot, direction)

    def _parts(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        if before.kind == "array":
            inner = spot.inside("[]")
            self.compare(before.schema.get("items", {}), after.schema.get("items", {}), inner, direction)
        elif before.kind == "map":
            old, new = (each.schema.get("additionalProperties", True) for each in (before, after))
            self._extra(old, new, spot, direction)

    def _extra(self, old: Json, new: Json, spot: Spot, direction: str) -> None:
        """Compare what an object admits beside its named properties."""
        if (old is False) != (new is False):
            self.findings.add("additional-closed" if new is False else "additional-opened", spot, direction)
        elif old is not False:
            self.compare(old, new, spot.inside("*"), direction)

    def kinds(self, before: Shape, after: Shape, direction: str) -> tuple[str, ...]:
        """Return the kinds of a change of type: wire, and types where a type checker objects."""
        return ("types", "wire") if self.checker.objects(before, after, direction) else ("wire",)

    def type_changed(
        self, before: Shape, after: Shape, spot: Spot, direction: str, rule: str = "type-changed", hint: str = ""
    ) -> None:
        """Report that one type became another."""
        old, new = spelt(before, self.old), spelt(after, self.new)
        kinds = self.kinds(before, after, direction)
        self.findings.add(rule, spot, direction, old=old, new=new, kinds=kinds, hint=hint)

    def _kind_changed(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        if after.kind == "any" or (before.kind, after.kind) == ("integer", "number"):
            self.type_changed(before, after, spot, direction, "type-widened")
        elif before.kind == "any" or (before.kind, after.kind) == ("number", "integer"):
            self.type_changed(before, after, spot, direction, "type-narrowed")
        else:
            listed = after.kind == "array" and direction == "sent"
            hint = "send a list, of one where one value was sent" if listed else ""
            self.type_changed(before, after, spot, direction, hint=hint)

    def _classes(self, before: Shape, after: Shape, spot: Spot, direction: str) -> None:
        old, new = self.old.attributes(before.model), self.new.attributes(after.model)
        shared = dict(self._shared_bases(before.model, after.model))
        for base in shared.items():
            self.edges.setdefault(spot.node, []).append((*base, direction))
            self._enqueue(*base, direction, "")
        olds = {name for base in shared for name in _family(base, self.old)}
        news = {name for base in shared.values() for name in _family(base, self.new)}
        for one, other in _pairs(old, new):
            compared_in_base = (one is None or one.owner in olds) and (other is None or other.owner in news)
            if not compared_in_base:
                self._attribute(one, other, spot, direction)
        if self.old.closed(before.model) != self.new.closed(after.model):
            closed = self.new.closed(after.model)
            self.findings.add("additional-closed" if closed else "additional-opened", spot, direction)
        elif "additionalProperties" in before.schema or "additionalProperties" in after.schema:
            was, now = (each.schema.get("additionalProperties", True) for each in (before, after))
            self._extra(was, now, spot, direction)
        compare_discriminators(self, before, after, spot, direction)
        compare_facets(self, before, after, spot, direction)

    def _shared_bases(self, old: str, new: str) -> Iterator[tuple[str, str]]:
        after = self.new.bases(new)
        for base in self.old.bases(old):
            partner = self.classes.partner.get(base, "")
            if partner in after:
                yield base, partner

    def _attribute(self, old: Attribute | None, new: Attribute | None, outer: Spot, direction: str) -> None:
        one = old or new
        assert one is not None
        spot = replace(outer, python=f"{outer.python}.{one.name}").of(f"{outer.path}/{one.wire}", old, new)
        if new is None or old is None:
            self._come_or_gone(old, new, spot, direction)
            return
        if old.wire != new.wire:
            self.findings.add("property-respelt", spot, direction, old=old.wire, new=new.wire)
        elif old.name != new.name:
            self.findings.add("attribute-renamed", spot, old=old.name, new=new.name)
        if old.required == new.required and old.name == new.name and _is_same_leaf(old.schema, new.schema):
            return
        before, after = self.old.shape(old.schema), self.new.shape(new.schema)
        self._presence(old, new, before, after, spot, direction)
        was, now = as_map(old.schema), as_map(new.schema)
        if was.get("description") != now.get("description"):
            self.described += 1
        if (was.get("deprecated") is True) != (now.get("deprecated") is True):
            rule = "property-deprecated" if now.get("deprecated") is True else "property-kept"
            self.findings.add(rule, spot, direction)
        if was.get("default") != now.get("default"):
            self.findings.add("default-changed", spot, direction, old=was.get("default"), new=now.get("default"))
        self.shapes(before, after, spot, direction)

    def _come_or_gone(self, old: Attribute | None, new: Attribute | None, spot: Spot, direction: str) -> None:
        if new is None:
            assert old is not None
            self.findings.add("property-removed", spot, direction, old=spelt(self.old.shape(old.schema), self.old))
            return
        if as_map(new.schema).get("readOnly" if direction == "sent" else "writeOnly") is True:
            return
        rule = "property-required-added" if new.required and direction == "sent" else "property-added"
        self.findings.add(rule, spot, direction, new=spelt(self.new.shape(new.schema), self.new))

    def _presence(
        self, old: Attribute, new: Attribute, before: Shape, after: Shape, spot: Spot, direction: str
    ) -> None:
        """Compare whether a property must be there and may be null; both read as None in Python."""
        flag = "readOnly" if direction == "sent" else "writeOnly"
        was, now = (as_map(each.schema).get(flag) is True for each in (old, new))
        if was != now:
            self._access(old, new, now, spot, direction)
        elif new.required and not old.required:
            self.findings.add("became-required", spot, direction)
        elif old.required and not new.required:
            none_before = before.nullable and direction == "received"
            self.findings.add("became-optional", spot, direction, none_before=none_before)
        if "any" in (before.kind, after.kind):
            return
        if after.nullable and not before.nullable:
            none_before = direction == "received" and not (old.required and new.required)
            self.findings.add("became-nullable", spot, direction, none_before=none_before)
        elif before.nullable and not after.nullable:
            kinds = ("types", "wire") if old.required and new.required else ("wire",)
            self.findings.add("nullable-lost", spot, direction, kinds=kinds)

    def _access(self, old: Attribute, new: Attribute, hidden: bool, spot: Spot, direction: str) -> None:
        """Report that a property is carried in this direction no more (hidden), or now."""
        if direction == "received":
            rule = "writeonly-set" if hidden else "writeonly-lifted"
            self.findings.add(rule, spot, direction, none_before=hidden and not old.required)
        elif old.required != new.required:
            kinds = ("types", "wire") if new.required else ("wire",)
            self.findings.add("readonly-required-changed", spot, direction, kinds=kinds)
        else:
            self.findings.add("readonly-set" if hidden else "readonly-lifted", spot, direction)


def _pairs(
    old: Mapping[str, Attribute], new: Mapping[str, Attribute]
) -> Iterator[tuple[Attribute | None, Attribute | None]]:
    """Pair attributes by wire name; those that came or went by Python name, as a respelt one stays what it was."""
    came = {each.name: each for wire, each in new.items() if wire not in old}
    for wire, each in old.items():
        yield each, new[wire] if wire in new else came.pop(each.name, None)
    yield from ((None, each) for each in came.values())


def _is_same_leaf(old: Json, new: Json) -> bool:
    """Say whether two schemas are equal and refer to nothing: by far the most, and quickly told."""
    return is_leaf(new) and is_identical(old, new) and not is_reference(new)


def _family(name: str, shapes: Shapes) -> Iterator[str]:
    yield name
    for base in shapes.bases(name):
        yield from _family(base, shapes)
