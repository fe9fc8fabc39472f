"""Assignable: whether a type checker lets a value of one side pass for the type of the other side."""

from __future__ import annotations

from ..ir import Anything, Array, Literal, Map, Ref, Scalar, Type, Union
from ..openapi.lower.types import lower_type
from .classes import Classes
from .shapes import Shape, Shapes

_PROMOTED = {
    ("integer", "number"), ("boolean", "integer"), ("boolean", "number"), ("date-time", "date"),
}  # fmt: skip
"""Pairs of scalars of which a value of the first passes for the second (PEP 484; subclasses)."""

_OF_PYTHON = {"str": "string", "bool": "boolean", "int": "integer", "NoneType": "null"}


class Checker:
    """Compares types of two sides in one direction, as far as callers see them."""

    def __init__(self, old: Shapes, new: Shapes, classes: Classes) -> None:
        self._sides = old, new
        self._classes = classes

    def objects(self, old: Shape, new: Shape, direction: str) -> bool:
        """Say whether code that was right with the old type is not with the new one. Null is judged apart."""
        given, wanted = (old, new) if direction == "sent" else (new, old)
        return not self._passes(_type(given), _type(wanted), direction == "sent", 0)

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
        if isinstance(given, Array) and isinstance(wanted, Array):
            return self._passes(given.item, wanted.item, sent, depth + 1)
        if isinstance(given, Map) and isinstance(wanted, Map):
            return self._passes(given.value, wanted.value, sent, depth + 1)
        if isinstance(given, Ref) and isinstance(wanted, Ref):
            old, new = (given, wanted) if sent else (wanted, given)
            return self._classes.partner.get(old.model) == new.model
        return isinstance(given, Scalar) and isinstance(wanted, Scalar) and _is_scalar(given.name, wanted.name)

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
        """Return what an alias stands for; a class stays."""
        shapes = self._sides[0 if is_old else 1]
        if not isinstance(found, Ref) or found.model not in shapes.models:
            return found
        shape = shapes.named(found.model)
        return found if shape.kind == "class" else _plain(shape)


def _type(shape: Shape) -> Type:
    return Ref(shape.model) if shape.model and shape.kind == "class" else _plain(shape)


def _plain(shape: Shape) -> Type:
    return Scalar("null") if shape.kind == "null" else lower_type(dict(shape.schema))


def _is_scalar(given: str, wanted: str) -> bool:
    """Say whether one scalar passes for another; a unix time is a datetime."""
    given, wanted = (name.replace("unix-time", "date-time") for name in (given, wanted))
    return given == wanted or (given, wanted) in _PROMOTED
