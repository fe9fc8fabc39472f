"""Walk: two types, at the same place and in one direction -> findings.

Classes are compared once for each direction, however many places refer to them, from a list of what is still to do: a
class that contains itself ends, and the cost is that of the two documents.
"""

from __future__ import annotations

from ..ir import Array, Map, Tuple, Type
from .assignable import Checker
from .classes import Classes
from .equality import is_leaf, same_types, unchanged
from .findings import Findings, Node, Place
from .properties import compare_classes
from .reach import DIRECTIONS, Graph
from .replaced import compare_replaced
from .resolved import Resolved, Resolver
from .restrictions import compare_beside, compare_restrictions, compare_values
from .spelling import spelt
from .unions import compare_unions


class Walk:
    """Compares types of two sides, and keeps what refers to what."""

    def __init__(self, old: Resolver, new: Resolver, graphs: tuple[Graph, Graph], findings: Findings) -> None:
        self.graphs = graphs
        self.old = old
        self.new = new
        self.classes = Classes(old, new)
        self.checker = Checker(old, new, self.classes)
        self.findings = findings
        self.retyped: dict[tuple[str, str], None] = {}
        self.described = 0
        self._pending: list[tuple[str, str, str, str]] = []
        self._seen: set[Node] = set()
        self.inside: set[tuple[str, str]] = set()
        self._unchanged = unchanged(old.models, new.models)

    def compare(self, old: Type, new: Type, place: Place, direction: str) -> None:
        """Compare two types that stand at one place."""
        if is_leaf(new) and same_types(old, new):
            return
        before, after = self.old.resolve(old), self.new.resolve(new)
        if "any" not in (before.kind, after.kind):
            if after.nullable and not before.nullable:
                self.findings.add("became-nullable", place, direction)
            elif before.nullable and not after.nullable:
                self.findings.add("nullable-lost", place, direction)
        self.compare_resolved(before, after, place, direction)

    def compare_unseen(self, old: Type, new: Type, place: Place) -> None:
        """Compare the bodies of two errors: their type is open to Python, their classes are what they are."""
        before, after = self.old.resolve(old), self.new.resolve(new)
        if self.classes.is_another(before, after):
            compare_replaced(self, before, after, [(before, after)], place, "received", unseen=True)
            return
        same = not (before.model and after.model) or self.classes.are_one(before.model, after.model)
        if before.kind == after.kind and (same or self.classes.are_alike(before, after)):
            self.compare(old, new, place, "received")
        else:
            words = spelt(before, self.old), spelt(after, self.new)
            self.findings.add("type-changed", place, "received", old=words[0], new=words[1], kinds=("wire",))

    def compare_resolved(self, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
        """Compare two types, null apart."""
        if before.model and after.model:
            self._named(before, after, place, direction)
        else:
            self.compare_content(before, after, place, direction)

    def finish(self) -> None:
        """Compare the models that are still to do; then those that never met, in the ways that they travel."""
        self._work()
        for name in self.old.models:
            partner = self.classes.partner.get(name, "")
            met = any((name, partner, direction) in self._seen for direction in DIRECTIONS)
            if partner and not met:
                ways = [
                    way
                    for side, each in zip(self.graphs, (name, partner), strict=True)
                    for way in side.directions(each)
                ]
                for direction in dict.fromkeys(ways or ["received"]):
                    self.lead((name, partner, direction))
                self._work()

    def _work(self) -> None:
        while self._pending:
            old, new, direction, subject = self._pending.pop()
            old_model, new_model = self.old.models[old], self.new.models[new]
            place = Place("", subject or old, old, old_model.at, new_model.at, (old, new, direction))
            if old_model.doc != new_model.doc:
                self.described += 1
            before, after = self.old.model(old), self.new.model(new)
            if (before.model, after.model) == (old, new):
                self.compare_content(before, after, place, direction)
            else:
                self.compare_resolved(before, after, place, direction)

    def _named(self, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
        subject = ""
        if self.classes.is_another(before, after):
            compare_replaced(self, before, after, [(before, after)], place, direction)
            return
        if not self.classes.are_one(before.model, after.model):
            if before.kind != after.kind:
                self.compare_content(before, after, place, direction)
                return
            if not self.classes.are_alike(before, after):
                self.type_changed(before, after, place, direction)
                return
            subject = f"{place.operation} {place.path}".strip()
            if before.kind == "class":
                self.retyped[(before.model, after.model)] = None
        self.lead((before.model, after.model, direction), subject)
        compare_beside(self, before, after, place, direction)

    def lead(self, node: Node, subject: str = "") -> None:
        """Say that a pair of models is to be compared in a direction. subject: its name, if not its own."""
        old, new, direction = node
        if node not in self._seen and not (old == new and old in self._unchanged):
            self._seen.add(node)
            self._pending.append((old, new, direction, subject))

    def compare_content(self, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
        """Compare what two types admit, whatever they are called."""
        if "union" in (before.kind, after.kind) and "any" not in (before.kind, after.kind):
            compare_unions(self, before, after, place, direction)
        elif before.kind != after.kind and before.values and after.values:
            compare_values(self, before, after, place, direction)
        elif before.kind != after.kind:
            self._kind_changed(before, after, place, direction)
        elif before.kind == "class":
            compare_classes(self, before, after, place, direction)
        elif _shape(before.type) != _shape(after.type):
            self.type_changed(before, after, place, direction)
        else:
            compare_restrictions(self, before, after, place, direction)
            self._parts(before.type, after.type, place, direction)

    def _parts(self, old: Type, new: Type, place: Place, direction: str) -> None:
        if isinstance(old, Array) and isinstance(new, Array):
            self.compare(old.item, new.item, place.inside("[]"), direction)
        elif isinstance(old, Tuple) and isinstance(new, Tuple):
            for index, (was, now) in enumerate(zip(old.items, new.items, strict=True)):
                self.compare(was, now, place.inside(f"[{index}]"), direction)
            if old.rest and new.rest:
                self.compare(old.rest, new.rest, place.inside("[]"), direction)
        elif isinstance(old, Map) and isinstance(new, Map):
            if old.closed != new.closed:
                self.findings.add("additional-closed" if new.closed else "additional-opened", place, direction)
            else:
                self.compare(old.value, new.value, place.inside("*"), direction)

    def kinds(self, before: Resolved, after: Resolved, direction: str) -> tuple[str, ...]:
        """Return the kinds of a change of type: wire, and types where a type checker objects."""
        return ("types", "wire") if self.checker.objects(before, after, direction) else ("wire",)

    def type_changed(
        self,
        before: Resolved,
        after: Resolved,
        place: Place,
        direction: str,
        rule: str = "type-changed",
        hint: str = "",
    ) -> None:
        """Report that one type became another."""
        old, new = spelt(before, self.old), spelt(after, self.new)
        kinds = self.kinds(before, after, direction)
        self.findings.add(rule, place, direction, old=old, new=new, kinds=kinds, hint=hint)

    def _kind_changed(self, before: Resolved, after: Resolved, place: Place, direction: str) -> None:
        if after.kind == "any" or (before.kind, after.kind) == ("integer", "number"):
            self.type_changed(before, after, place, direction, "type-widened")
        elif before.kind == "any" or (before.kind, after.kind) == ("number", "integer"):
            self.type_changed(before, after, place, direction, "type-narrowed")
        else:
            listed = after.kind == "array" and direction == "sent"
            hint = "send a list, of one where one value was sent" if listed else ""
            self.type_changed(before, after, place, direction, hint=hint)


def _shape(found: Type) -> tuple[int, bool] | None:
    """Return what two tuples must share for their members to be compared one by one."""
    return (len(found.items), found.rest is None) if isinstance(found, Tuple) else None
