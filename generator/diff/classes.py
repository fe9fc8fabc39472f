"""Classes: which class of the old side is which of the new one.

A name that somebody gave is the class's on both sides, and so is one that it had before and that still works. A name
made from a place says less than a shape: classes with such names are paired by equal shapes first. What is left is
paired where the walk meets it, if the two are alike.
"""

from __future__ import annotations

from ..ir import Array
from .equality import fingerprints, same_models, same_types
from .resolved import Resolved, Resolver


class Classes:
    """Pairs the models of two sides. partner: old name -> new name; it grows during the walk."""

    def __init__(self, old: Resolver, new: Resolver) -> None:
        self._old = old
        self._new = new
        common = [name for name in old.models if name in new.models]
        self.partner = {name: name for name in common if old.models[name].given or new.models[name].given}
        self.partner |= {name: name for name in common if same_models(old.models[name], new.models[name])}
        self._taken = set(self.partner.values())
        self.partner |= {
            each.name: name
            for name, model in new.models.items()
            for each in model.former
            if name not in self._taken and each.name in old.models and each.name not in self.partner
        }
        self._taken = set(self.partner.values())
        settled = set(self.partner)
        self._prints = fingerprints(old.models, settled), fingerprints(new.models, settled)
        self._by_shape()

    def are_one(self, old: str, new: str) -> bool:
        """Say whether two classes are the same one, and remember it where neither had a partner."""
        if old in self.partner:
            return self.partner[old] == new
        if new in self._taken or not self.are_alike(self._old.model(old), self._new.model(new)):
            return False
        self._pair(old, new)
        return True

    def is_another(self, old: Resolved, new: Resolved) -> bool:
        """Say whether a class stands in the place of one that somebody named, and is not that one. Python knows types
        by their names: what they have in common does not count."""
        named = old.kind == "class" == new.kind and self._old.models[old.model].given
        return named and not self.are_one(old.model, new.model)

    def passes(self, given: str, wanted: str, *, sent: bool) -> bool:
        """Say whether an object of one class passes for one of another: by being it, or a class that extends it."""
        partner = self.partner.get(given if sent else wanted, "")
        return wanted in self._new.family(partner) if sent else partner in self._new.family(given)

    def lost_bases(self, old: str, new: str) -> list[str]:
        """Return the classes that one extended and the other does not, of those that are still there; but not what a
        base that both have has lost itself."""
        kept, lost = set(self._new.family(new)), dict[str, None]()
        pending = list(self._old.bases(old))
        while pending:
            base = pending.pop()
            if self.partner.get(base) not in kept:
                pending.extend(self._old.bases(base))
                lost |= {base: None} if base in self.partner and self._old.models[base].given else {}
        return list(lost)

    def are_alike(self, old: Resolved, new: Resolved) -> bool:
        """Say whether one type can be what became of the other: of the same kind, half of its properties shared."""
        if old.kind != new.kind:
            return False
        if old.kind != "class":
            return True
        before, after = self._old.attributes(old.model), self._new.attributes(new.model)
        shared = len(before.keys() & after.keys())
        return 2 * shared >= min(len(before), len(after)) and (shared > 0 or not (before or after))

    def are_equal(self, old: Resolved, new: Resolved) -> bool:
        """Say whether two classes that nobody named, or lists of such, differ in their names only."""
        if isinstance(old.type, Array) and isinstance(new.type, Array):
            return self.are_equal(self._old.resolve(old.type.item), self._new.resolve(new.type.item))
        text = self._prints[0].get(old.model, "")
        return bool(text) and text == self._prints[1].get(new.model)

    def shared(self, old: Resolved, new: Resolved) -> int:
        """Count the properties that two classes share, each also of the same type counting twice."""
        before, after = self._old.attributes(old.model), self._new.attributes(new.model)
        common = before.keys() & after.keys()
        return len(common) + len(
            [wire for wire in common if same_types(before[wire].field.type, after[wire].field.type)]
        )

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
