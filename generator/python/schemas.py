"""Schemas: what the model tool gets, spelt from the IR alone.

The tool decides nothing: `verify` compares each annotation that it writes with the one `annotations` spells from the
same type.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from ..data import Json, as_map
from ..ir import (
    NULL,
    Alias,
    Array,
    Class,
    Constant,
    Enumeration,
    Field,
    Free,
    Literal,
    Map,
    Model,
    Ref,
    Scalar,
    Tuple,
    Type,
    Union,
)
from ..ir.walk import constants, inner
from .annotations import field_type, runtime_type, value_facts
from .html import markdown_of
from .text import ended, facts, literal, prose
from .tuples import in_place

PREFIX = "#/components/schemas/"
FORMATS = "formats"
"""The module of the components that stand for the runtime's own types; it is not written by the model tool."""

FREE_KEYS = "free_keys_of_the_object"
"""The property that stands for the free keys of a class, pydantic's `__pydantic_extra__`: the tool does not write it
for a class that has bases."""

_ACCESS = {"read": "Read only.", "write": "Write only."}
"""Access of a field -> what its docstring says of it."""

_WIDTH = 110
"""Characters of a docstring's line, without its indent and quotes."""

_SCALARS: Mapping[str, Mapping[str, Json]] = {
    **{name: {"type": name} for name in ("string", "integer", "number", "boolean", "null")},
    **{name: {"type": "string", "format": name} for name in ("date-time", "date", "uuid", "decimal")},
    "bytes": {"type": "string", "format": "binary"},
}


class Schemas:
    """Spells the schemas of one Api. keys: model -> component, `module.Class`. open_base: what a class with free keys
    extends."""

    def __init__(self, keys: Mapping[str, str], open_base: str) -> None:
        self._keys = keys
        self._open = open_base

    def component(self, model: Model) -> dict[str, Json]:
        """Return the schema of a model, with its docstring."""
        match model:
            case Class():
                schema = self._class(model)
            case Alias():
                schema = self.of(model.type)
            case Enumeration():
                schema = self.of(constants(model))
                return _described(schema, "\n".join([*filter(None, [_text(model.doc)]), *map(_constant, _told(model))]))
        return _described(schema, _text(model.doc))

    def of(self, found: Type) -> dict[str, Json]:
        """Return the schema of a type."""
        if ours := runtime_type(found):
            return {"$ref": f"{PREFIX}{FORMATS}.{ours}"}
        match found:
            case Scalar(name):
                return dict(_SCALARS[name])
            case Ref(model):
                return {"$ref": PREFIX + self._keys[model]}
            case Literal(values):
                return _constants(list(values))
            case Array(item):
                return {"type": "array", "items": self.of(item)}
            case Tuple():
                return self._tuple(found)
            case Map(value):
                return {"type": "object", "additionalProperties": self.of(value)}
            case Union(members):
                return self._union(found, members)
            case _:
                return {}

    def _tuple(self, found: Tuple) -> dict[str, Json]:
        members: list[Json] = [self.of(each) for each in inner(found)]
        if found.rest is None:
            return in_place(members)
        return {"type": "array", "items": {} if {} in members else {"anyOf": members}}

    def _union(self, found: Union, members: tuple[Type, ...]) -> dict[str, Json]:
        schemas: list[Json] = [self.of(each) for each in members]
        plain = as_map(schemas[0]) if isinstance(members[0], Scalar) and members[1:] == (NULL,) else {}
        if "type" in plain:
            return {**plain, "type": [plain["type"], "null"]}  # the same to the tool, in half the time
        if found.tag is not None and found.tag.decides:
            return {"oneOf": schemas, "discriminator": {"propertyName": found.tag.wire}}
        return {"anyOf": schemas}

    def _class(self, model: Class) -> dict[str, Json]:
        """Return a class: an object, after references to its bases."""
        own: dict[str, Json] = {"type": "object"}
        properties: dict[str, Json] = {each.wire: self._field(each, model) for each in model.fields}
        required: list[Json] = [each.wire for each in model.fields if each.required]
        if isinstance(model.extras, Free):
            properties[FREE_KEYS] = self.of(Map(model.extras.type))
            required.append(FREE_KEYS)
            own |= {} if model.bases else {"customBasePath": self._open}
        own |= {"properties": properties} if properties else {}
        own |= {"required": required} if required else {}
        bases: list[Json] = [{"$ref": PREFIX + self._keys[base]} for base in model.bases]
        if not bases:
            return own
        return {"allOf": [*bases, own] if properties else bases}

    def _field(self, field: Field, model: Class) -> dict[str, Json]:
        more = facts(value_facts(field.type), field.default, deprecated=field.deprecated, doc=markdown_of(field.doc))
        more = " ".join(each for each in (_ACCESS.get(field.access, ""), more) if each)
        return _described(self.of(field_type(field, model)), _text(field.doc, more))


def _constants(values: list[bool | int | float | str | None]) -> dict[str, Json]:
    kept: list[Json] = [each for each in values if not isinstance(each, float)]
    if len(kept) == len(values):
        return {"const": kept[0]} if len(kept) == 1 else {"enum": kept}
    return {"anyOf": [{"enum": kept}, {"type": "number"}]} if kept else {"type": "number"}


def _told(model: Enumeration) -> list[Constant]:
    """Return the values of which a document says more than they do themselves."""
    return [each for each in model.values if each.doc or (each.name and each.name != str(each.value))]


def _constant(value: Constant) -> str:
    """Spell what a docstring says of a value: `'a' (Alpha): the first one.`"""
    name = f" ({prose(value.name)})" if value.name and value.name != str(value.value) else ""
    head = f"{literal(value.value)}{name}"
    text = f"{head}: {_text(value.doc)}" if value.doc else f"{head}."
    return textwrap.fill(text, _WIDTH, subsequent_indent="  ", break_long_words=False)


def _described(schema: dict[str, Json], text: str) -> dict[str, Json]:
    return {**schema, "description": text} if text else schema


def _text(doc: str, more: str = "") -> str:
    """Return the text of a docstring: the description, and what the type does not say."""
    said = ended(prose(markdown_of(doc)))
    return textwrap.fill(" ".join(part for part in (said, more) if part), _WIDTH, break_long_words=False)
