"""Values -> JSON text and plain data, models by alias and only with the fields that were set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import SchemaSerializer, core_schema

from .errors import InvalidArgument

WIRE: Mapping[str, object] = {}
"""The context in which values are written that travel: types that Python data has otherwise look for it."""

_ANY = SchemaSerializer(core_schema.any_schema(), core_schema.CoreConfig(ser_json_inf_nan="constants"))


def dump_json(value: object) -> bytes:
    """Write JSON: models by alias and only with the fields that were set. NaN and infinity are refused."""
    try:
        text = _ANY.to_json(value, by_alias=True, exclude_unset=True, warnings=False, context=WIRE)
    except (ValueError, TypeError, RecursionError) as error:
        raise _formless(value, error) from None
    if b"NaN" in text or b"Infinity" in text:
        _refuse_constants(text)
    return text


def dump_plain(value: object) -> Any:
    """Make plain data: models by alias and only with the fields that were set; leaves stay Python values."""
    try:
        return _ANY.to_python(value, by_alias=True, exclude_unset=True, warnings=False, context=WIRE)
    except (ValueError, TypeError, RecursionError) as error:
        raise _formless(value, error) from None


def _formless(value: object, error: Exception) -> InvalidArgument:
    deep = " is nested too deeply or holds itself" if "depth" in str(error) or "ircular" in str(error) else ""
    return InvalidArgument(f"a value of type {type(value).__name__}{deep} has no JSON form ({type(error).__name__})")


def _refuse_constants(text: bytes) -> None:
    import json

    def refuse(name: str) -> None:
        raise InvalidArgument(f"{name} has no JSON form")

    json.loads(text, parse_constant=refuse)
