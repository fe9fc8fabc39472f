"""The slow path of reading: data that is not as its type says -> the same value with the wrong places as they came.

It walks pydantic's core schema beside the data. Whatever validates is taken whole; a model that does not is built field
by field, and a leaf that does not is delivered raw and named in a Mismatch, which holds no value. A kind of schema that
is not known here counts as a leaf. Functions that call one another for each level are those of `deep.Steps`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import CoreConfig, SchemaError, SchemaValidator, to_json

from .deep import Steps, unrolled
from .errors import Mismatch
from .places import Where, kind
from .shapes import is_dict, is_list

Schema = Any
"""A node of pydantic's core schema: a dict with `type`."""

_MISSING = object()
_FINITE = CoreConfig(allow_inf_nan=False)
"""JSON has no number that is not finite: 1e400 is none that a float holds."""


def read_tolerantly(
    schema: Schema, data: Any, tall: Set[int], constants: bool = False
) -> tuple[Any, tuple[Mismatch, ...]]:
    """Read plain JSON data as a schema says, as far as it goes. tall: ids of what in it is too deep for pydantic.

    constants: whether a mismatch may hold a text that came where one of some constants was expected.
    """
    reader = _Reader(tall, constants)
    value = unrolled(reader.read(schema, data, Where()))
    return value, tuple(reader.found)


class _Reader:
    def __init__(self, tall: Set[int], constants: bool) -> None:
        self.tall = tall
        self.constants = constants
        self.found: list[Mismatch] = []
        self.definitions: dict[str, Schema] = {}
        self.validators: dict[int, SchemaValidator | None] = {}

    def read(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        """Return the value for one place, and note what is wrong with it."""
        schema = self.settle(schema)
        match schema["type"]:
            case "nullable":
                return None if data is None else (yield self.read(schema["schema"], data, where))
            case "model":
                return (yield self.model(schema, data, where))
            case "any":
                return data
            case "list" if is_list(data) and "items_schema" in schema:
                return (yield self.row([schema["items_schema"]] * len(data), data, where.item))
            case "tuple" if is_list(data):
                row = yield self.row(schema["items_schema"], data, where.part)
                return tuple(row)
            case "dict" if is_dict(data) and "values_schema" in schema:
                return (yield self.members_of(schema["values_schema"], data, where))
            case "union" | "tagged-union":
                return (yield self.union(schema, data, where))
            case _:
                return self.leaf(schema, data, where)

    def row(self, places: list[Schema], data: list[Any], where: Callable[[int], Where]) -> Steps[list[Any]]:
        """Read an array with a type for each place. It is as long as it came. where: index -> place."""
        known: list[Any] = []
        for at, (place, item) in enumerate(zip(places, data, strict=False)):
            value = yield self.read(place, item, where(at))
            known.append(value)
        for at, place in enumerate(places[len(data) :], len(data)):
            self.found.append(where(at).mismatch(self.expected(place), "absent"))
        for at, item in enumerate(data[len(places) :], len(places)):
            self.found.append(where(at).mismatch("nothing", kind(item)))
        return [*known, *data[len(places) :]]

    def members_of(self, place: Schema, data: dict[str, Any], where: Where) -> Steps[dict[str, Any]]:
        """Read an object with free keys, whose values are alike."""
        known: dict[str, Any] = {}
        for key, item in data.items():
            known[key] = yield self.read(place, item, where.free(key))
        return known

    def settle(self, schema: Schema) -> Schema:
        """Step through definitions, references and defaults to the schema that says something."""
        while True:
            match schema["type"]:
                case "definitions":
                    self.definitions.update((each["ref"], each) for each in schema["definitions"])
                    schema = schema["schema"]
                case "definition-ref" if schema["schema_ref"] in self.definitions:
                    schema = self.definitions[schema["schema_ref"]]
                case "default":
                    schema = schema["schema"]
                case _:
                    return schema

    def leaf(self, schema: Schema, data: Any, where: Where) -> Any:
        value = self.valid(schema, data)
        if value is not _MISSING:
            return value
        constant = data if self.constants and schema["type"] == "literal" and isinstance(data, str) else ""
        self.found.append(where.mismatch(self.expected(schema), kind(data), constant))
        return data

    def valid(self, schema: Schema, data: Any) -> Any:
        """Return the value when the data is as the schema says, else _MISSING."""
        if id(data) in self.tall:
            return _MISSING
        validator: SchemaValidator | None
        if schema["type"] == "model":
            _complete(schema["cls"])
            validator = schema["cls"].__pydantic_validator__
        else:
            validator = self.validator(schema)
        if validator is None:
            return _MISSING
        with suppress(ValidationError):
            return validator.validate_json(to_json(data), strict=True, by_alias=True, by_name=False)
        return _MISSING

    def validator(self, schema: Schema) -> SchemaValidator | None:
        if id(schema) not in self.validators:
            self.validators[id(schema)] = None
            with suppress(SchemaError):
                whole: Any = schema
                if self.definitions and schema["type"] in ("union", "tagged-union", "list", "tuple", "dict"):
                    whole = {"type": "definitions", "schema": schema, "definitions": list(self.definitions.values())}
                self.validators[id(schema)] = SchemaValidator(whole, _FINITE)
        return self.validators[id(schema)]

    def model(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        fields = self.fields(schema)
        if not is_dict(data) or fields is None:
            return self.leaf(schema, data, where)
        whole = self.valid(schema, data)
        return (yield self.build(schema, fields, data, where)) if whole is _MISSING else whole

    def fields(self, schema: Schema) -> dict[str, Schema] | None:
        """Return the fields of a model by Python name; None for a model that is not an object."""
        inner = self.settle(schema["schema"])
        while inner["type"].startswith("function-") and "schema" in inner:
            inner = self.settle(inner["schema"])
        return inner["fields"] if inner["type"] == "model-fields" else None

    def extras(self, schema: Schema) -> Schema | None:
        """Return the schema of the free keys of a model; None where the document says nothing of them."""
        inner = self.settle(schema["schema"])
        return inner.get("extras_schema")

    def build(self, schema: Schema, fields: dict[str, Schema], data: dict[str, Any], where: Where) -> Steps[BaseModel]:
        """Make a model from what is there. An absent required field is not in `__dict__` nor in `model_fields_set`."""
        cls: type[BaseModel] = schema["cls"]
        where = where.within(cls)
        free = self.extras(schema)
        model = cls.model_construct()
        defaults = dict(model.__dict__)
        rest = dict(data)
        values: dict[str, Any] = {}
        read: set[str] = set()
        for name, field in fields.items():
            wire = wire_name(name, field)
            if wire in rest:
                values[name] = yield self.read(field["schema"], rest.pop(wire), where.member(wire))
                read.add(name)
            elif name in defaults:
                values[name] = defaults[name]
            elif field["schema"]["type"] == "default":  # no answer holds it
                values[name] = field["schema"]["default"]
            else:
                self.found.append(where.member(wire).mismatch(self.expected(field["schema"]), "absent"))
        if free is not None:
            rest = yield self.members_of(free, rest, where)
        object.__setattr__(model, "__dict__", values)
        object.__setattr__(model, "__pydantic_fields_set__", read | rest.keys())
        object.__setattr__(model, "__pydantic_extra__", rest)
        return model

    def union(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        """Take the union as pydantic does when it validates, else read as the member that fits best."""
        value = self.valid(schema, data)
        if value is not _MISSING:
            return value
        if schema["type"] == "tagged-union" and callable(schema["discriminator"]):  # a class and its children
            return (yield self.read(schema["choices"][schema["discriminator"](data)], data, where))
        if schema["type"] == "tagged-union" and is_dict(data):
            tag = data.get(schema["discriminator"]) if isinstance(schema["discriminator"], str) else None
            if isinstance(tag, str) and tag not in schema["choices"]:  # a kind that the document does not know
                return self.leaf(schema, data, where)
        best = max(self.members(schema), key=lambda each: self.fit(each, data), default=None)
        if best is None or self.fit(best, data) < 0:
            return self.leaf(schema, data, where)
        return (yield self.read(best, data, where))

    def members(self, schema: Schema) -> Iterator[Schema]:
        choices: Any = schema["choices"]
        listed: list[Any] = list(choices.values() if is_dict(choices) else choices)
        for each in listed:
            inner = self.settle(each[0] if isinstance(each, tuple) else each)
            if inner["type"] == "nullable":
                inner = self.settle(inner["schema"])
            if inner["type"] in ("union", "tagged-union"):
                yield from self.members(inner)
            else:
                yield inner

    def fit(self, schema: Schema, data: Any) -> int:
        """Say how well data fits a member, -1 for not at all. Known fields count, constants that agree count more."""
        if is_list(data):
            if schema["type"] == "tuple":
                return 2 if len(schema["items_schema"]) == len(data) else 0
            return 1 if schema["type"] == "list" else -1
        if not isinstance(data, dict):
            return -1
        fields = self.fields(schema) if schema["type"] == "model" else None
        if fields is None:
            return 0 if schema["type"] == "dict" else -1
        score = 1
        for name, field in fields.items():
            wire = wire_name(name, field)
            if wire in data:
                inner = self.settle(field["schema"])
                constant = inner["type"] == "literal"
                agrees = not constant or data[wire] in inner["expected"]
                score += (100 if constant else 2) if agrees else -10
        return max(score, 0)

    def expected(self, schema: Schema) -> str:
        """Name what a place should hold."""
        schema = self.settle(schema)
        match schema["type"]:
            case "model":
                return str(schema["cls"].__name__)
            case "nullable":
                return f"{self.expected(schema['schema'])} or null"
            case "literal":
                return "one of " + ", ".join(repr(each) for each in schema["expected"][:20])
            case "union" | "tagged-union":
                return " or ".join(dict.fromkeys(self.expected(each) for each in self.members(schema)))
            case "list" | "tuple":
                return "array"
            case "dict":
                return "object"
            case other:
                inner = schema.get("schema")
                return self.expected(inner) if isinstance(inner, dict) else str(other)


def wire_name(name: str, field: Schema) -> str:
    """Return a field's name in JSON."""
    alias = field.get("validation_alias")
    return alias if isinstance(alias, str) else name


def _complete(cls: type[BaseModel]) -> None:
    """Build a model whose building was deferred."""
    if not cls.__pydantic_complete__:
        cls.model_rebuild()
