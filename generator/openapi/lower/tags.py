"""Tags: which value of a class's discriminator stands for which of the classes that extend it (OpenAPI 3.1, 4.8.25).

Each class of such a family gets the property as a field whose value is fixed, and each that is extended again knows the
values of those below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...ir import Alias, Class, Enumeration, Field, Literal, Model, Ref, Scalar, Tag, Type
from ..names import Names
from ..read.document import component_name


def with_tags(models: tuple[Model, ...], names: Names) -> tuple[Model, ...]:
    """Return the models, the classes that extend one with a discriminator told apart by its property."""
    family = _Family({each.name: each for each in models}, names)
    for name, base in family.classes.items():
        if base.tag is not None and family.children.get(name):
            family.settle(base, base.tag)
    return tuple(family.found.get(each.name, each) for each in models)


class _Family:
    """classes: all, by name. children: class -> those that extend it directly. found: those that have changed."""

    def __init__(self, models: Mapping[str, Model], names: Names) -> None:
        self._models = models
        self.classes = {name: each for name, each in models.items() if isinstance(each, Class)}
        self.children: dict[str, list[str]] = {}
        self.found: dict[str, Class] = {}
        self._names = names
        self._known: set[object] | None = None
        for name, each in self.classes.items():
            for base in each.bases:
                self.children.setdefault(base, []).append(name)

    def settle(self, base: Class, tag: Tag) -> None:
        """Settle the classes below one that has a discriminator, by its mapping and, where it is silent, by name."""
        stated: dict[str, list[str]] = {}
        for value, name in tag.mapping:
            stated.setdefault(name, []).append(value)
        field = next((each for each in base.fields if each.wire == tag.wire), None)
        self._known = self._constants(field.type) if field else None
        values = self._below(base.name, tag.wire, stated, "")
        own = [(value, base.name) for value in stated.get(base.name, [])]
        self._change(base.name, tag=Tag(tag.wire, (*own, *values), False, tag.default))
        for name in dict.fromkeys(name for _, name in values):
            below = self._under(name)
            mine = tuple(pair for pair in values if pair[1] == name or pair[1] in below)
            other = self._now(name).tag
            if any(pair[1] in below for pair in mine) and (other is None or other.wire == tag.wire):
                self._change(name, tag=Tag(tag.wire, mine, False))
            admitted = [value for value, of in values if of == name and (self._known is None or value in self._known)]
            if admitted:
                self._fix(name, base, tag.wire, admitted[0])

    def _below(self, name: str, wire: str, stated: Mapping[str, list[str]], above: str) -> list[tuple[str, str]]:
        """Return value -> class for all below a class. above: the value of a class between that tells on by another
        property: those below it share its value."""
        found: list[tuple[str, str]] = []
        for child in self.children.get(name, []):
            implied = component_name(self.classes[child].at.pointer) or child
            silent = bool(above) or (self._known is not None and implied not in self._known)
            values = stated.get(child) or ([] if silent else [implied])
            found += [(value, child) for value in values]
            other = self.classes[child].tag
            shared = values[0] if values and other is not None and other.wire != wire else above
            found += self._below(child, wire, stated, shared)
        return list(dict.fromkeys(found))

    def _constants(self, found: Type) -> set[object] | None:
        """Return the values that a property may have; None where it may have any text."""
        if isinstance(found, Literal):
            return {*found.values}
        model = self._models.get(found.model) if isinstance(found, Ref) else None
        if isinstance(model, Enumeration):
            return {each.value for each in model.values}
        return self._constants(model.type) if isinstance(model, Alias) else None

    def _under(self, name: str) -> set[str]:
        return {name for child in self.children.get(name, []) for name in (child, *self._under(child))}

    def _fix(self, name: str, base: Class, wire: str, value: str) -> None:
        """Give a class the property of its base with the value that stands for the class."""
        now = self._now(name)
        own = next((each for each in base.fields if each.wire == wire), None)
        if own is None:
            spelt = self._names.snake(wire)
            own = Field(spelt, wire, Scalar("string"), True, None, "both", False, "", now.at)
        fixed = replace(own, fixed=value, at=now.at)
        self._change(name, fields=(fixed, *(each for each in now.fields if each.wire != wire)))

    def _now(self, name: str) -> Class:
        return self.found.get(name, self.classes[name])

    def _change(self, name: str, *, tag: Tag | None = None, fields: tuple[Field, ...] = ()) -> None:
        now = self._now(name)
        self.found[name] = replace(now, tag=tag or now.tag, fields=fields or now.fields)
