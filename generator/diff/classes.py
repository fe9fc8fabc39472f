"""Classes: which class of the old side is which of the new one.

A name that somebody gave is the class's on both sides. A name made from a place says less than a shape: classes with
such names are paired by equal shapes first. What is left is paired where the walk meets it, if the two are alike.
"""

from __future__ import annotations

import hashlib
import json

from ..ir import Model
from ..openapi.lower.access import references
from .shapes import Shape, Shapes, is_identical, meaning

_ROUNDS = 3
"""How many references deep two classes are looked at to tell them apart."""


class Classes:
    """Pairs the classes of two sides. partner: old name -> new name; it grows during the walk."""

    def __init__(self, old: Shapes, new: Shapes) -> None:
        self._old = old
        self._new = new
        common = [name for name in old.models if name in new.models]
        self.partner = {name: name for name in common if old.models[name].given or new.models[name].given}
        self.partner |= {name: name for name in common if old.models[name].schema == new.models[name].schema}
        self._taken = set(self.partner.values())
        self._prints = _prints(old, set(self.partner)), _prints(new, set(self.partner))
        self._by_shape()

    def are_one(self, old: str, new: str) -> bool:
        """Say whether two classes are the same one, and remember it where neither had a partner."""
        if old in self.partner:
            return self.partner[old] == new
        if new in self._taken or not self.are_alike(self._old.named(old), self._new.named(new)):
            return False
        self._pair(old, new)
        return True

    def are_alike(self, old: Shape, new: Shape) -> bool:
        """Say whether one shape can be what became of the other: of the same kind, half of its properties shared."""
        if old.kind != new.kind:
            return False
        if old.kind != "class" or not (old.model and new.model):
            return True
        before, after = self._old.attributes(old.model), self._new.attributes(new.model)
        shared = len(before.keys() & after.keys())
        return 2 * shared >= min(len(before), len(after)) and (shared > 0 or not (before or after))

    def are_equal(self, old: Shape, new: Shape) -> bool:
        """Say whether two classes that nobody named, or lists of such, differ in their names only."""
        if old.kind == "array" == new.kind:
            inner = self._old.shape(old.schema.get("items", {})), self._new.shape(new.schema.get("items", {}))
            return self.are_equal(*inner)
        text = self._prints[0].get(old.model, "")
        return bool(text) and text == self._prints[1].get(new.model)

    def shared(self, old: Shape, new: Shape) -> int:
        """Count the properties that two classes share, each also of the same schema counting twice."""
        before, after = self._old.attributes(old.model), self._new.attributes(new.model)
        common = before.keys() & after.keys()
        return len(common) + len([wire for wire in common if before[wire].schema == after[wire].schema])

    def _pair(self, old: str, new: str) -> None:
        self.partner[old] = new
        self._taken.add(new)

    def _by_shape(self) -> None:
        """Pair classes that differ in their names only; of several, those that share the name as well."""
        lost, came = self._prints
        free: dict[str, list[str]] = {}
        for name, text in came.items():
            free.setdefault(text, []).append(name)
        for name, text in lost.items():
            if name in free.get(text, ()):
                free[text].remove(name)
                self._pair(name, name)
        for name, text in lost.items():
            if name not in self.partner and len(free.get(text, ())) == 1:
                self._pair(name, free[text].pop())


def unchanged(old: Shapes, new: Shapes) -> set[str]:
    """Return the classes that are the same on both sides, and lead to such only: nothing in them is to be compared."""
    same = {name for name, model in new.models.items() if name in old.models and _is_same(old.models[name], model)}
    users: dict[str, list[str]] = {}
    for name in same:
        for target in references(new.models[name].schema):
            users.setdefault(target, []).append(name)
    pending = [name for target, names in users.items() if target not in same for name in names]
    while pending:
        name = pending.pop()
        if name in same:
            same.discard(name)
            pending.extend(users.get(name, ()))
    return same


def _is_same(old: Model, new: Model) -> bool:
    names = ([(field.name, field.wire) for field in model.fields] for model in (old, new))
    return is_identical(old.schema, new.schema) and next(names) == next(names)


def _prints(shapes: Shapes, settled: set[str]) -> dict[str, str]:
    """Return class -> fingerprint, for those not settled. Their names do not count, nor do those they refer to."""
    prints = {name: "" for name in shapes.models if name not in settled}
    for _ in range(_ROUNDS):
        texts = {name: json.dumps(meaning(shapes.models[name].schema, prints), sort_keys=True) for name in prints}
        prints = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return prints
