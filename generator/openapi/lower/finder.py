"""Finder: JSON pointers into values -> attributes of models, through aliases, null, bases and unions of classes."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import NULL, Alias, Array, Field, Model, Ref, Type, Union
from ..read.document import tokens
from .aliases import fields_of
from .types import union


class PagingFault(ValueError):
    """What x-paging says does not fit the operation."""


class Finder:
    """Knows the models of a document."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models
        self._fields: dict[str, tuple[Field, ...]] = {}

    def attributes(self, start: Type, pointer: str) -> tuple[tuple[str, ...], Type]:
        """Return the attributes that a pointer stands for, and the type they lead to; raises PagingFault."""
        if pointer and not pointer.startswith("/"):
            raise PagingFault(f"the pointer {pointer!r} does not begin with a slash")
        path: list[str] = []
        here = self.plain(start)
        for token in tokens(pointer):
            found = self._field(here, token)
            if found is None:
                raise PagingFault(f"the pointer {pointer!r} leads to nothing at {token!r}")
            path.append(found.name)
            here = self.plain(found.type)
        return tuple(path), here

    def plain(self, found: Type) -> Type:
        """Return a type without null, aliases followed."""
        seen: set[str] = set()
        while True:
            if isinstance(found, Union):
                rest = [each for each in found.members if each != NULL]
                if len(rest) > 1:
                    return found
                found = rest[0]
            model = self._models.get(found.model) if isinstance(found, Ref) else None
            if not isinstance(model, Alias) or model.name in seen:
                return found
            seen.add(model.name)
            found = model.type

    def item(self, found: Type) -> Type | None:
        """Return the type of the items of a list, of one type or of several lists; none of any other type."""
        here = self.plain(found)
        if isinstance(here, Union):
            items = [self.item(each) for each in here.members if each != NULL]
            return union([each for each in items if each is not None]) if None not in items else None
        return here.item if isinstance(here, Array) else None

    def fields(self, found: Type) -> tuple[Field, ...]:
        """Return the fields of a class, inherited ones too; none of any other type."""
        here = self.plain(found)
        if not isinstance(here, Ref):
            return ()
        if here.model not in self._fields:
            self._fields[here.model] = fields_of(here, self._models)
        return self._fields[here.model]

    def _field(self, holder: Type, wire: str) -> Field | None:
        """Return a field of a class; of several classes where each has it under the same name."""
        if isinstance(holder, Union):
            found = [self._field(self.plain(each), wire) for each in holder.members if each != NULL]
            names = {None if each is None else each.name for each in found}
            return found[0] if len(names) == 1 else None
        return next((each for each in reversed(self.fields(holder)) if each.wire == wire), None)
