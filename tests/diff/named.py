"""Named: the classes and aliases of a package as a caller knows them, who writes the names that somebody gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diff.equality import is_hidden
from generator.ir import (
    NULL,
    Alias,
    Anything,
    Api,
    Array,
    Class,
    Field,
    Map,
    Model,
    Operation,
    Ref,
    Stream,
    Tuple,
    Type,
    Union,
)
from generator.ir.walk import constants, references
from generator.openapi.lower.types import union


class Models:
    """The classes and aliases of a package."""

    def __init__(self, api: Api) -> None:
        self._models = {model.name: model for model in api.models}
        operations = [operation for resource in api.resources for operation in resource.operations]
        asking = [each for each in operations if each.streaming and each.streaming.flag == "body"]
        self._flagged = {each.body.model for each in asking if each.body}

    def reached(self, types: Iterable[Type], direction: str) -> list[Class]:
        """Return the named classes that types lead to. direction: in which they travel."""
        found: dict[str, None] = {}
        pending = list(types)
        while pending:
            for name in references(pending.pop()):
                if name not in found:
                    found[name] = None
                    pending.extend(self._inside(self._models[name], direction))
        models = [self._models[name] for name in found]
        return [model for model in models if isinstance(model, Class) and model.given]

    def _inside(self, model: Model, direction: str) -> list[Type]:
        if isinstance(model, Class):
            kinds = [Ref(kind) for _, kind in (model.tag.mapping if model.tag else ())]
            return [*kinds, *(each.type for each in self.attributes(model) if not is_hidden(each, direction))]
        return [model.type] if isinstance(model, Alias) else []

    def attributes(self, model: Class) -> list[Field]:
        """Return the attributes of a class with those of its bases."""
        found: dict[str, Field] = {}
        for base in model.bases:
            inherited = self._models[base]
            found |= {each.name: each for each in self.attributes(inherited)} if isinstance(inherited, Class) else {}
        return list((found | {each.name: each for each in model.fields}).values())

    def sent(self, operation: Operation) -> list[Field]:
        """Return the fields that a method takes in place of its body, but for the one that asks for a stream."""
        model = self._models[operation.body.model] if operation.body else None
        return self.given(model) if isinstance(model, Class) else []

    def given(self, model: Class) -> list[Field]:
        """Return the fields that are given in place of an object, but for its tag, and what asks for a stream."""
        flag = "stream" if model.name in self._flagged else ""
        fields = self.attributes(model)
        return [each for each in fields if each.access != "read" and each.name != flag and each.fixed is None]

    def subject(self, model: Class, field: Field) -> str:
        """Return an attribute as `Class.attribute`, of the class that declares it: this one or one that it extends."""
        while field not in model.fields:
            bases = [base for name in model.bases if isinstance(base := self._models[name], Class)]
            model = next(base for base in bases if field in self.attributes(base))
        return f"{model.name}.{field.name}"

    def unnamed(self, name: str) -> Class | None:
        """Return a class if nobody named it."""
        model = self._models[name]
        return model if isinstance(model, Class) and not model.given else None

    def target(self, found: Type) -> Type:
        """Return what an alias stands for."""
        seen = set[str]()
        while isinstance(found, Ref) and found.model not in seen:
            seen.add(found.model)
            model = self._models[found.model]
            if not isinstance(model, Alias):
                break
            found = model.type
        return found

    def bases(self, model: Class) -> list[str]:
        """Return the classes that somebody named and a class extends."""
        found: dict[str, None] = {}
        for name in model.bases:
            base = self._models[name]
            if isinstance(base, Class):
                found |= dict.fromkeys([*([name] if base.given else []), *self.bases(base)])
        return list(found)

    def plain(self, found: Type, inside: frozenset[str] = frozenset()) -> Type:
        """Return a type with aliases written out, and anything in the place of a class that nobody named."""
        if isinstance(found, Ref):
            model = self._models[found.model]
            if isinstance(model, Class):
                return found if model.given else Anything()
            if found.model in inside:
                return Anything()
            written = model.type if isinstance(model, Alias) else constants(model)
            return self.plain(written, inside | {found.model})
        if isinstance(found, Array):
            return Array(self.plain(found.item, inside))
        if isinstance(found, Stream):
            return replace(found, item=self.plain(found.item, inside))
        if isinstance(found, Map):
            return Map(self.plain(found.value, inside))
        if isinstance(found, Tuple):
            rest = None if found.rest is None else self.plain(found.rest, inside)
            return Tuple(tuple(self.plain(each, inside) for each in found.items), rest)
        return union([self.plain(each, inside) for each in found.members]) if isinstance(found, Union) else found

    def read(self, field: Field) -> Type:
        """Return what an attribute holds; one that may be missing is None then."""
        found = self.plain(field.type)
        return found if field.required else union([found, NULL])
