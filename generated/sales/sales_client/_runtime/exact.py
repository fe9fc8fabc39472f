"""Decimals with all the digits that an answer has: the reader of JSON goes through floats, which keep about 16."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .shapes import is_dict, is_list, is_tuple

if TYPE_CHECKING:
    from .deep import Steps

Schema = Any
"""A node of pydantic's core schema."""


def holds_decimals(schema: Schema) -> bool:
    """Say whether values of a core schema hold decimals."""
    pending: list[Any] = [schema]
    seen: set[int] = set()
    while pending:
        each = pending.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if is_dict(each):
            if each.get("type") == "decimal":
                return True
            pending += each.values()
        elif is_list(each) or is_tuple(each):
            pending += each
    return False


def with_digits(value: Any, content: bytes) -> Any:
    """Return a value that was read from JSON, its decimals with the digits of the text."""
    from .deep import loads, unrolled

    try:
        data = json.loads(content, parse_float=Decimal)
    except RecursionError:
        data, _ = loads(content, decimals=True)
    return unrolled(_restored(value, data))


def _restored(value: Any, data: Any) -> Steps[Any]:
    """Walk a value beside the data it was read from. Models, lists and dicts are changed in place."""
    if isinstance(value, Decimal):
        return data if isinstance(data, Decimal) else value
    if (is_list(value) or is_tuple(value)) and is_list(data) and len(value) == len(data):
        members: list[Any] = []
        for each, one in zip(value, data, strict=True):
            found = yield _restored(each, one)
            members.append(found)
        if not is_list(value):
            return tuple(members)
        value[:] = members
    elif is_dict(value) and is_dict(data):
        for key in value.keys() & data.keys():
            value[key] = yield _restored(value[key], data[key])
    elif is_dict(data):
        yield _restore_attributes(value, data)
    return value


def _restore_attributes(model: object, data: dict[str, Any]) -> Steps[None]:
    fields: dict[str, Any] = getattr(type(model), "model_fields", {})
    attributes: dict[str, Any] = getattr(model, "__dict__", {})
    for name, field in fields.items():
        wire = field.alias or name
        if wire in data and name in attributes:
            attributes[name] = yield _restored(attributes[name], data[wire])
    yield _restored(getattr(model, "model_extra", None), data)
