"""Assignable: whether a type checker lets a value of one side pass for the type of the other side."""

from __future__ import annotations

from ..ir import Anything, Array, File, Literal, Map, Ref, Scalar, Stream, Tuple, Type, Union
from ..ir.walk import inner
from ..python.annotations import annotation
from .classes import Classes
from .resolved import Resolved, Resolver

_PROMOTED = {("int", "float"), ("bool", "int"), ("bool", "float"), ("datetime", "date")}
"""Pairs of types of which a value of the first passes for the second (PEP 484; subclasses)."""

_OF_PYTHON = {"str": "string", "bool": "boolean", "int": "integer", "float": "number", "NoneType": "null"}


class Checker:
    """Compares types of two sides in one direction, as far as callers see them."""

    def __init__(self, old: Resolver, new: Resolver, classes: Classes) -> None:
        self._sides = old, new
        self._classes = classes

    def objects(self, old: Resolved, new: Resolved, direction: str) -> bool:
        """Say whether code that was right with the old type is not with the new one. Null is judged apart."""
        given, wanted = (old, new) if direction == "sent" else (new, old)
        return not self._passes(given.type, wanted.type, direction == "sent", 0)

    def _passes(self, given: Type, wanted: Type, sent: bool, depth: int) -> bool:
        given, wanted = self._followed(given, sent), self._followed(wanted, not sent)
        if isinstance(given, Anything) or isinstance(wanted, Anything) or depth > 20:
            return True
        if isinstance(given, Union):
            return all(self._passes(each, wanted, sent, depth + 1) for each in given.members)
        if isinstance(given, Literal):
            return self._constants(given, wanted, sent, depth)
        if isinstance(wanted, Union):
            return any(self._passes(given, each, sent, depth + 1) for each in wanted.members)
        if isinstance(given, (Array, Tuple)) and isinstance(wanted, (Array, Tuple)):
            return self._lists(given, wanted, sent, depth + 1)
        if isinstance(given, Stream) and isinstance(wanted, Stream):
            return given.events >= wanted.events and self._passes(given.item, wanted.item, sent, depth + 1)
        if isinstance(given, Map) and isinstance(wanted, Map):
            return self._passes(given.value, wanted.value, sent, depth + 1)
        if isinstance(given, Ref) and isinstance(wanted, Ref):
            if self._classes.passes(given.model, wanted.model, sent=sent):
                return True
            old, new = (given, wanted) if sent else (wanted, given)
            return self._is_unnamed(old.model, new.model)
        leaves = isinstance(given, (File, Scalar)) and isinstance(wanted, (File, Scalar))
        return leaves and _is_leaf(annotation(given), annotation(wanted))

    def _is_unnamed(self, old: str, new: str) -> bool:
        """Say whether nobody named a class, so that no caller writes it, and another one is alike."""
        before, after = self._sides
        return not before.models[old].given and self._classes.are_alike(before.model(old), after.model(new))

    def _lists(self, given: Array | Tuple, wanted: Array | Tuple, sent: bool, depth: int) -> bool:
        """A tuple that ends passes for one of its length; any other is a list of all that its members may be."""
        ends = [isinstance(each, Tuple) and each.rest is None for each in (given, wanted)]
        if any(ends):
            pairs = zip(inner(given), inner(wanted), strict=False)
            same = all(ends) and len(inner(given)) == len(inner(wanted))
            return same and all(self._passes(one, other, sent, depth) for one, other in pairs)
        return all(any(self._passes(one, other, sent, depth) for other in inner(wanted)) for one in inner(given))

    def _constants(self, given: Literal, wanted: Type, sent: bool, depth: int) -> bool:
        """Received enumerations are open: the plain type of their values is what counts."""
        if isinstance(wanted, Union):
            return all(
                any(self._constants(Literal((value,)), each, sent, depth) for each in wanted.members)
                for value in given.values
            )
        if isinstance(wanted, Literal):
            kinds = {type(each) for each in wanted.values}
            return all(each in wanted.values if sent else type(each) in kinds for each in given.values)
        plain = [Scalar(_OF_PYTHON[type(value).__name__]) for value in given.values]
        return all(self._passes(each, wanted, sent, depth + 1) for each in plain)

    def _followed(self, found: Type, is_old: bool) -> Type:
        """Return what an alias or the name of an enumeration stands for; a class stays."""
        side = self._sides[0 if is_old else 1]
        return side.model(found.model).type if isinstance(found, Ref) and found.model in side.models else found


def _is_leaf(given: str, wanted: str) -> bool:
    """Say whether one plain type passes for another."""
    return given == wanted or (given, wanted) in _PROMOTED
