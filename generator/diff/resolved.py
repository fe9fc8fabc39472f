"""Resolved: what a type admits, with references followed through aliases, null split off and base classes written out.

Two spellings of the same set of values resolve to the same, so that only what is meant gets compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..ir import (
    NULL,
    PLAIN,
    Alias,
    Anything,
    Api,
    Array,
    Class,
    Enumeration,
    Facts,
    Field,
    File,
    Literal,
    Map,
    Model,
    Ref,
    Scalar,
    Stream,
    Tag,
    Tuple,
    Type,
    Union,
)
from ..ir.demands import both
from ..ir.walk import constants, events, models_in_xml
from ..report import Location

_OF_SCALARS = {
    "date": "string", "date-time": "string", "uuid": "string", "decimal": "string", "base64": "string",
    "base64url": "string", "decimal-number": "number", "bytes": "string", "unix-time": "integer",
}  # fmt: skip
"""Scalar -> the kind of JSON value that it travels as, where its name is not that of the kind."""
_OF_CONSTANTS = {"str": "string", "bool": "boolean", "int": "integer", "float": "number"}


Constant = bool | int | float | str | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """kind: any, null, union, class, map, array, tuple, string, integer, number, boolean, or mixed for constants of
    several.

    model: the last name on the way, or "". type: without null. members: of a union. values: the constants that it is
    restricted to, or none. facts, tag: of the type, or of the model and what stands beside the reference to it, which
    is `beside`.
    """

    kind: str
    model: str
    nullable: bool
    type: Type
    facts: Facts = PLAIN
    members: tuple[Type, ...] = ()
    values: tuple[Constant, ...] | None = None
    tag: Tag | None = None
    beside: Facts = PLAIN

    @property
    def is_constant(self) -> bool:
        """Whether it has one value for good."""
        return isinstance(self.type, Literal) and self.type.fixed


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field, and the class that declares it."""

    owner: str
    field: Field

    @property
    def at(self) -> Location:
        return self.field.at


class Resolver:
    """Reads the types of one Api."""

    def __init__(self, api: Api) -> None:
        self.package = api.package
        self.servers = api.servers
        self.sends = bool(events(api))
        self.models: dict[str, Model] = {model.name: model for model in api.models}
        operations = [each for resource in api.resources for each in resource.operations]
        self.in_xml = models_in_xml(operations, self.models)
        self._attributes: dict[str, dict[str, Attribute]] = {}
        self._models: dict[str, Resolved] = {}

    def resolve(self, found: Type) -> Resolved:
        """Return what a type admits. A reference that leads in a circle admits anything."""
        if isinstance(found, Ref):
            whole = self.model(found.model)
            return replace(whole, facts=both(whole.facts, found.facts), beside=found.facts)
        if isinstance(found, Union):
            members = tuple(each for each in found.members if each != NULL)
            nullable = len(members) < len(found.members)
            if len(members) != 1:
                return self._union(replace(found, members=members), nullable)
            only = self.resolve(members[0])
            return replace(only, nullable=nullable or only.nullable)
        return _of_type(found)

    def model(self, name: str) -> Resolved:
        """Return what a model admits."""
        if name not in self._models:
            self._models[name] = _anything()
            self._models[name] = self._of_model(name)
        return self._models[name]

    def _of_model(self, name: str) -> Resolved:
        model = self.models.get(name)
        if isinstance(model, Alias):
            found = self.resolve(model.type)
            return replace(found, model=found.model or name)
        return _of_model(model) if model else _anything()

    def _union(self, found: Union, nullable: bool) -> Resolved:
        """Return what a union admits. Its constants are one set; beside any value of their kind they say nothing."""
        members = [self.resolve(each) for each in found.members]
        nullable = nullable or any(each.nullable for each in members)
        if any(each.kind == "any" for each in members):
            return _anything(nullable)
        kinds = {each.kind for each in members if each.values is None and _is_plain(each)}
        values = [value for each in members if each.kind not in kinds for value in each.values or ()]
        rest = tuple(each for each, one in zip(found.members, members, strict=True) if one.values is None)
        if not rest:
            return _constants(Literal(_once(values), found.facts), nullable)
        constants = [each for each in members if each.values is not None]
        if len(constants) > 1 or kinds & {each.kind for each in constants}:
            found = replace(found, members=(*rest, *([Literal(_once(values))] if values else [])))
        if len(found.members) == 1:
            return replace(self.resolve(found.members[0]), nullable=nullable)
        return Resolved("union", "", nullable, found, found.facts, found.members, tag=found.tag)

    def class_of(self, model: str) -> Class | None:
        """Return a model that is a class."""
        found = self.models.get(model)
        return found if isinstance(found, Class) else None

    def attributes(self, model: str) -> Mapping[str, Attribute]:
        """Return the attributes of a class by wire name, inherited ones first."""
        if model not in self._attributes:
            found = self._attributes[model] = {}
            for base in self.bases(model):
                found.update(self.attributes(base))
            owner = self.class_of(model)
            found.update({each.wire: Attribute(model, each) for each in owner.fields} if owner else {})
        return self._attributes[model]

    def bases(self, model: str) -> Sequence[str]:
        """Return the base classes of a class."""
        found = self.class_of(model)
        return [name for name in found.bases if name in self.models] if found else []

    def family(self, model: str) -> Iterator[str]:
        """Yield a class and all that it extends."""
        yield model
        for base in self.bases(model):
            yield from self.family(base)


def _anything(nullable: bool = False) -> Resolved:
    return Resolved("any", "", nullable, Anything())


def _of_model(model: Class | Enumeration) -> Resolved:
    if isinstance(model, Class):
        return Resolved("class", model.name, False, Ref(model.name), model.facts, tag=model.tag)
    return replace(_constants(constants(model)), model=model.name)


def _of_type(found: Type) -> Resolved:
    """Return what a type admits that is neither a reference nor a union."""
    if isinstance(found, Literal):
        return _constants(found)
    return Resolved(_kind(found), "", False, found, found.facts)


def _constants(found: Literal, nullable: bool = False) -> Resolved:
    values = tuple(each for each in found.values if each is not None)
    if not values:
        return Resolved("null", "", nullable, NULL)
    kinds = {_OF_CONSTANTS[type(each).__name__] for each in values}
    kind = kinds.pop() if len(kinds) == 1 else "number" if kinds == {"integer", "number"} else "mixed"
    nullable = nullable or len(values) < len(found.values)
    return Resolved(kind, "", nullable, replace(found, values=values), found.facts, values=values)


def _is_plain(found: Resolved) -> bool:
    """Say whether a type admits every value of its kind."""
    return isinstance(found.type, Scalar) and found.type.name not in _OF_SCALARS and found.facts == PLAIN


def _once(values: Sequence[Constant]) -> tuple[Constant, ...]:
    """Return constants, each once; 1 and true are two."""
    return tuple({(type(each), each): each for each in values}.values())


def _kind(found: Type) -> str:
    if isinstance(found, Scalar):
        return _OF_SCALARS.get(found.name, found.name)
    return KINDS[type(found)]


KINDS: Mapping[type[Type], str] = {
    Array: "array",
    Tuple: "tuple",
    Map: "map",
    File: "string",
    Stream: "stream",
    Anything: "any",
}
