"""Decimals with all the digits that an answer has: the reader of JSON goes through floats, which keep about 16."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from .shapes import is_dict, is_list, is_tuple

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
    return _restored(value, json.loads(content, parse_float=Decimal))


def _restored(value: Any, data: Any) -> Any:
    """Walk a value beside the data it was read from. Models, lists and dicts are changed in place."""
    if isinstance(value, Decimal):
        return data if isinstance(data, Decimal) else value
    if is_list(value) and is_list(data) and len(value) == len(data):
        value[:] = [_restored(each, one) for each, one in zip(value, data, strict=True)]
    elif is_tuple(value) and is_list(data) and len(value) == len(data):
        return tuple(_restored(each, one) for each, one in zip(value, data, strict=True))
    elif is_dict(value) and is_dict(data):
        value.update((key, _restored(each, data[key])) for key, each in value.items() if key in data)
    elif is_dict(data):
        _restore_attributes(value, data)
    return value


def _restore_attributes(model: object, data: dict[str, Any]) -> None:
    fields: dict[str, Any] = getattr(type(model), "model_fields", {})
    attributes: dict[str, Any] = getattr(model, "__dict__", {})
    for name, field in fields.items():
        wire = field.alias or name
        if wire in data and name in attributes:
            attributes[name] = _restored(attributes[name], data[wire])
    _restored(getattr(model, "model_extra", None), data)
