"""The slow path of reading: data that is not as its type says -> the same value with the wrong places as they came.

It walks pydantic's core schema beside the data. Whatever validates is taken whole; a model that does not is built field
by field, and a leaf that does not is delivered raw and named in a Mismatch, which holds no value. A kind of schema that
is not known here counts as a leaf. Functions that call one another for each level are those of `deep.Steps`.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

from pydantic import BaseModel

from .deep import Steps, unrolled
from .errors import Mismatch
from .fitting import MISSING, Fit, Fitting, Schema, is_cheap, wire_name
from .places import Where, kind
from .shapes import is_dict, is_list


def read_tolerantly(
    schema: Schema, data: Any, tall: Set[int], constants: bool = False, hopeful: bool = True
) -> tuple[Any, tuple[Mismatch, ...]]:
    """Read plain JSON data as a schema says, as far as it goes. tall: ids of what in it is too deep for pydantic.

    constants: whether a mismatch may hold a text that came where one of some constants was expected. hopeful: whether
    pydantic may try what is not known to fit.
    """
    reader = _Reader(tall, constants, hopeful)
    value = unrolled(reader.read(schema, data, Where()))
    return value, tuple(reader.found)


class _Reader:
    """hopeful: whether nothing around the place that is being read is known to be wrong."""

    def __init__(self, tall: Set[int], constants: bool, hopeful: bool) -> None:
        self.fitting = Fitting(tall)
        self.constants = constants
        self.hopeful = hopeful
        self.found: list[Mismatch] = []

    def read(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        """Return the value for one place, and note what is wrong with it."""
        schema = self.fitting.settle(schema)
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

    def leaf(self, schema: Schema, data: Any, where: Where) -> Any:
        value = self.fitting.valid(schema, data)
        return self.wrong(schema, data, where) if value is MISSING else value

    def wrong(self, schema: Schema, data: Any, where: Where) -> Any:
        constant = data if self.constants and schema["type"] == "literal" and isinstance(data, str) else ""
        self.found.append(where.mismatch(self.expected(schema), kind(data), constant))
        return data

    def whole(self, schema: Schema, data: Any) -> Steps[Any]:
        """Return the value of data that is all as the schema says and that pydantic reads quickly, else MISSING.

        What is tried in vain is gone into without trying anything, so that nothing is tried twice.
        """
        if self.hopeful:
            return self.fitting.valid(schema, data)
        fit = self.fitting.known(schema, data) or (yield self.fitting.weigh(schema, data))
        return self.fitting.valid(schema, data) if fit.fits and is_cheap(fit) else MISSING

    def apart(self, steps: Steps[Any]) -> Steps[Any]:
        """Read what pydantic does not take whole."""
        before, self.hopeful = self.hopeful, False
        value = yield steps
        self.hopeful = before
        return value

    def model(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        fields = self.fitting.fields(schema)
        if not is_dict(data) or fields is None:
            return self.leaf(schema, data, where)
        whole = yield self.whole(schema, data)
        return (yield self.apart(self.build(schema, fields, data, where))) if whole is MISSING else whole

    def build(self, schema: Schema, fields: dict[str, Schema], data: dict[str, Any], where: Where) -> Steps[BaseModel]:
        """Make a model from what is there. An absent required field is not in `__dict__` nor in `model_fields_set`."""
        cls: type[BaseModel] = schema["cls"]
        where = where.within(cls)
        free = self.fitting.extras(schema)
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
        value = yield self.whole(schema, data)
        if value is not MISSING:
            return value
        return (yield self.apart(self.member(schema, data, where)))

    def member(self, schema: Schema, data: Any, where: Where) -> Steps[Any]:
        """Read data as the member of a union that pydantic would take, else as the one that it is most like."""
        fit: Fit = yield self.fitting.weigh(schema, data)
        if fit.fits:
            return (yield self.read((yield self.fitting.best(schema, data)), data, where))
        chosen = self.fitting.chosen(schema, data) if schema["type"] == "tagged-union" else None
        if chosen is not None:
            return (yield self.read(chosen, data, where))
        if schema["type"] == "tagged-union" and is_dict(data):
            tag = data.get(schema["discriminator"]) if isinstance(schema["discriminator"], str) else None
            if isinstance(tag, str) and tag not in schema["choices"]:  # a kind that the document does not know
                return self.wrong(schema, data, where)
        best = max(self.fitting.members(schema), key=lambda each: self.likeness(each, data), default=None)
        if best is None or self.likeness(best, data) < 0:
            return self.wrong(schema, data, where)
        return (yield self.read(best, data, where))

    def likeness(self, schema: Schema, data: Any) -> int:
        """Say how like a member data is, -1 for not at all. Known fields count, constants that agree count more."""
        if is_list(data):
            if schema["type"] == "tuple":
                return 2 if len(schema["items_schema"]) == len(data) else 0
            return 1 if schema["type"] == "list" else -1
        if not isinstance(data, dict):
            return -1
        fields = self.fitting.fields(schema) if schema["type"] == "model" else None
        if fields is None:
            return 0 if schema["type"] == "dict" else -1
        score = 1
        for name, field in fields.items():
            wire = wire_name(name, field)
            if wire in data:
                inner = self.fitting.settle(field["schema"])
                constant = inner["type"] == "literal"
                agrees = not constant or data[wire] in inner["expected"]
                score += (100 if constant else 2) if agrees else -10
        return max(score, 0)

    def expected(self, schema: Schema) -> str:
        """Name what a place should hold."""
        schema = self.fitting.settle(schema)
        match schema["type"]:
            case "model":
                return str(schema["cls"].__name__)
            case "nullable":
                return f"{self.expected(schema['schema'])} or null"
            case "literal":
                return "one of " + ", ".join(repr(each) for each in schema["expected"][:20])
            case "union" | "tagged-union":
                return " or ".join(dict.fromkeys(self.expected(each) for each in self.fitting.members(schema)))
            case "list" | "tuple":
                return "array"
            case "dict":
                return "object"
            case other:
                inner = schema.get("schema")
                return self.expected(inner) if isinstance(inner, dict) else str(other)
