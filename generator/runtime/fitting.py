"""How well data fits pydantic's core schemas. Each pair of a schema and an object or array is weighed once.

So a union within a union costs what its members cost together, where trying each member within each would take time
exponential in the depth of the data. What fits, and the member that pydantic takes, come out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import CoreConfig, SchemaError, SchemaValidator, to_json

from .branching import MOST
from .deep import Steps
from .shapes import is_dict, is_list

Schema = Any
"""A node of pydantic's core schema: a dict with `type`."""
MISSING = object()

_FINITE = CoreConfig(allow_inf_nan=False)
"""JSON has no number that is not finite: 1e400 is none that a float holds."""
_PLAIN: dict[str, type] = {"str": str, "int": int, "bool": bool, "none": type(None)}
_EXACT = {"int", "bool", "none", "literal", "uuid", "function-plain"}
"""Kinds of schema that pydantic takes for a better choice than others which fit too. A text may stand for anything."""
_SCALAR = _EXACT | {"str", "float", "decimal", "date", "time", "datetime", "timedelta", "bytes", "url"}
"""Kinds of schema that no object and no array fits."""


class Fit(NamedTuple):
    """How data fits a schema.

    fields: so many fields of models were given, None where no model is. exact: nothing was converted. tries: so many
    pairs pydantic looks at, which goes into each member of a union. size: so many values there are.
    """

    fits: bool = True
    fields: int | None = None
    exact: bool = True
    tries: int = 1
    size: int = 1


_COUNTED = 1 << 60
"""Tries are counted up to here."""
_EXACTLY = Fit()
_CONVERTED = Fit(exact=False)
_NOTHING = Fit(fits=False)


def is_cheap(fit: Fit) -> bool:
    """Say whether pydantic may validate data that fits so, in time that grows with its size."""
    return fit.tries <= MOST * fit.size


class Fitting:
    """Weighs parts of one answer. tall: ids of what in it is too deep for pydantic."""

    def __init__(self, tall: Set[int]) -> None:
        self._tall = tall
        self._definitions: dict[str, Schema] = {}
        self._validators: dict[int, SchemaValidator | None] = {}
        self._known: dict[tuple[int, int], Fit] = {}
        self._models: dict[int, tuple[dict[str, Schema], set[str], Schema | None]] = {}

    def settle(self, schema: Schema) -> Schema:
        """Step through definitions, references and defaults to the schema that says something."""
        while True:
            match schema["type"]:
                case "definitions":
                    self._definitions.update((each["ref"], each) for each in schema["definitions"])
                    schema = schema["schema"]
                case "definition-ref" if schema["schema_ref"] in self._definitions:
                    schema = self._definitions[schema["schema_ref"]]
                case "default":
                    schema = schema["schema"]
                case _:
                    return schema

    def weigh(self, schema: Schema, data: Any) -> Steps[Fit]:
        """Say how data fits a schema."""
        schema = self.settle(schema)
        found = self.known(schema, data)
        if found is None:
            fits: list[Fit] = []
            for place, each in self._inside(schema, data):
                fits.append(self.known(place, each) or (yield self.weigh(place, each)))
            found = self._known[id(schema), id(data)] = self._joined(schema, data, fits)
        return found

    def known(self, schema: Schema, data: Any) -> Fit | None:
        """Say how data fits a schema if nothing has to be gone into for that."""
        schema = self.settle(schema)
        return self._known.get((id(schema), id(data))) if is_dict(data) or is_list(data) else self._scalar(schema, data)

    def _inside(self, schema: Schema, data: Any) -> Iterable[tuple[Schema, Any]]:
        """Return what has to be weighed before an object or array is."""
        match schema["type"]:
            case "nullable":
                return [(schema["schema"], data)]
            case "model" if is_dict(data) and self.fields(schema) is not None:
                known, _, free = self._places(schema)
                places = [(known.get(key, free), each) for key, each in data.items()]
                return [pair for pair in places if pair[0] is not None]
            case "list" if is_list(data) and "items_schema" in schema:
                is_any = self.settle(schema["items_schema"])["type"] == "any"  # pydantic does not look at them
                return [] if is_any else [(schema["items_schema"], each) for each in data]
            case "tuple" if is_list(data):
                return zip(schema["items_schema"], data, strict=False)
            case "dict" if is_dict(data) and "values_schema" in schema:
                return [(schema["values_schema"], each) for each in data.values()]
            case "union":
                return [(each, data) for each in choices(schema)]
            case "tagged-union" if (choice := self.chosen(schema, data)) is not None:
                return [(choice, data)]
            case _:
                return []

    def _joined(self, schema: Schema, data: Any, fits: list[Fit]) -> Fit:
        """Make of how all inside fits how the object or array does."""
        match schema["type"]:
            case "union":
                best = _best(fits)
                found = _NOTHING if best is None else fits[best]
                tries = min(sum(each.tries for each in fits), _COUNTED)
                return found._replace(tries=tries, size=max(each.size for each in fits))
            case "model" if is_dict(data) and self.fields(schema) is not None:
                known, demanded, _ = self._places(schema)
                all = _sum(fits)
                given = (all.fields or 0) + len(data.keys() & known.keys())
                return all._replace(fits=all.fits and demanded <= data.keys(), fields=given, exact=False)
            case "list" if is_list(data) and "items_schema" in schema:
                return _sum(fits)
            case "tuple" if is_list(data):
                all = _sum(fits)
                return all._replace(fits=all.fits and len(data) == len(schema["items_schema"]), exact=False)
            case "dict" if is_dict(data) and "values_schema" in schema:
                return _sum(fits)._replace(exact=not data)
            case _:
                return fits[0] if fits else self._leaf(schema, data)

    def _scalar(self, schema: Schema, data: Any) -> Fit:
        match schema["type"]:
            case "nullable":
                return _EXACTLY if data is None else self._scalar(self.settle(schema["schema"]), data)
            case "union":
                found = [self._scalar(self.settle(each), data) for each in choices(schema)]
                best = _best(found)
                return _NOTHING if best is None else found[best]
            case "tagged-union" if (choice := self.chosen(schema, data)) is not None:
                return self._scalar(self.settle(choice), data)
            case _:
                return self._leaf(schema, data)

    def _leaf(self, schema: Schema, data: Any) -> Fit:
        wanted = schema["type"]
        if wanted == "any":
            return _CONVERTED
        if self.valid(schema, data) is MISSING:
            return _NOTHING
        is_exact = wanted in _EXACT or (wanted == "float" and isinstance(data, float))
        return _EXACTLY if is_exact else _CONVERTED

    def _places(self, schema: Schema) -> tuple[dict[str, Schema], set[str], Schema | None]:
        """Return what stands where in a model: field by name in JSON, the names that are demanded, free keys."""
        if id(schema) not in self._models:
            fields = self.fields(schema) or {}
            known = {wire_name(name, each): each["schema"] for name, each in fields.items()}
            demanded = {wire for wire, each in known.items() if each["type"] != "default"}
            self._models[id(schema)] = known, demanded, self.extras(schema)
        return self._models[id(schema)]

    def best(self, schema: Schema, data: Any) -> Steps[Schema]:
        """Return the choice of a union that pydantic takes, None where none fits."""
        if schema["type"] == "tagged-union":
            return self.chosen(schema, data)
        fits: list[Fit] = []
        for each in choices(schema):
            fits.append(self.known(each, data) or (yield self.weigh(each, data)))
        at = _best(fits)
        return None if at is None else choices(schema)[at]

    def chosen(self, schema: Schema, data: Any) -> Schema | None:
        """Return the choice that the tag of data names; None where no tag names any."""
        tag = schema["discriminator"]
        if callable(tag):  # a class and its children
            return schema["choices"].get(tag(data))
        name = data.get(tag) if is_dict(data) and isinstance(tag, str) else None
        return schema["choices"].get(name) if isinstance(name, str) else None

    def valid(self, schema: Schema, data: Any) -> Any:
        """Return the value when the data is as the schema says, else MISSING."""
        wanted = _PLAIN.get(schema["type"])
        if wanted is not None:
            return data if type(data) is wanted else MISSING
        if id(data) in self._tall or (schema["type"] in _SCALAR and (is_dict(data) or is_list(data))):
            return MISSING
        validator: SchemaValidator | None
        if schema["type"] == "model":
            _complete(schema["cls"])
            validator = schema["cls"].__pydantic_validator__
        else:
            validator = self._validator(schema)
        if validator is None:
            return MISSING
        with suppress(ValidationError):
            return validator.validate_json(to_json(data), strict=True, by_alias=True, by_name=False)
        return MISSING

    def _validator(self, schema: Schema) -> SchemaValidator | None:
        if id(schema) not in self._validators:
            self._validators[id(schema)] = None
            with suppress(SchemaError):
                whole: Any = schema
                if self._definitions and schema["type"] in ("union", "tagged-union", "list", "tuple", "dict"):
                    whole = {"type": "definitions", "schema": schema, "definitions": list(self._definitions.values())}
                self._validators[id(schema)] = SchemaValidator(whole, _FINITE)
        return self._validators[id(schema)]

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

    def members(self, schema: Schema) -> Iterator[Schema]:
        """Yield what a union may hold, its inner unions taken apart, without null."""
        for each in choices(schema):
            inner = self.settle(each)
            if inner["type"] == "nullable":
                inner = self.settle(inner["schema"])
            if inner["type"] in ("union", "tagged-union"):
                yield from self.members(inner)
            else:
                yield inner


def choices(schema: Schema) -> list[Schema]:
    """Return the members of a union as it lists them."""
    listed: Any = schema["choices"]
    return [each[0] if isinstance(each, tuple) else each for each in (listed.values() if is_dict(listed) else listed)]


def wire_name(name: str, field: Schema) -> str:
    """Return a field's name in JSON."""
    alias = field.get("validation_alias")
    return alias if isinstance(alias, str) else name


def _sum(all: list[Fit]) -> Fit:
    fits, fields, exact, tries, size = _EXACTLY
    for each in all:
        fits, exact = fits and each.fits, exact and each.exact
        fields = fields if each.fields is None else each.fields + (fields or 0)
        tries, size = tries + each.tries, size + each.size
    return Fit(fits, fields, exact, min(tries, _COUNTED), size)


def _best(found: list[Fit]) -> int | None:
    """Return which member of a union pydantic takes.

    That is one that nothing is converted for, else the one of which the most fields are given, else the first.
    """
    best: int | None = None
    for at, each in enumerate(found):
        if each.fits and each.exact and each.fields is None:
            return at
        if each.fits and (best is None or _is_better(each, found[best])):
            best = at
    return best


def _is_better(new: Fit, old: Fit) -> bool:
    if new.fields is not None and old.fields is not None and new.fields != old.fields:
        return new.fields > old.fields
    return new.exact and not old.exact


def _complete(cls: type[BaseModel]) -> None:
    """Build a model whose building was deferred."""
    if not cls.__pydantic_complete__:
        cls.model_rebuild()
