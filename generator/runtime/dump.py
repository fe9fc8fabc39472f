"""Values -> JSON text and plain data, models by alias and only with the fields that were set."""

from __future__ import annotations

from typing import Any

from pydantic_core import SchemaSerializer, core_schema

from .errors import InvalidArgument

_ANY = SchemaSerializer(core_schema.any_schema(), core_schema.CoreConfig(ser_json_inf_nan="constants"))


def dump_json(value: object) -> bytes:
    """Write JSON: models by alias and only with the fields that were set. NaN and infinity are refused."""
    try:
        text = _ANY.to_json(value, by_alias=True, exclude_unset=True, warnings=False)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidArgument(
            f"a value of type {type(value).__name__} has no JSON form ({type(error).__name__})"
        ) from None
    if b"NaN" in text or b"Infinity" in text:
        _refuse_constants(text)
    return text


def dump_plain(value: object, exclude: set[str] | None = None) -> Any:
    """Make plain data: models by alias and only with the fields that were set; leaves stay Python values.

    exclude: fields of the outermost model that are left out.
    """
    return _ANY.to_python(value, by_alias=True, exclude_unset=True, warnings=False, exclude=exclude)


def dump_data(value: object) -> Any:
    """Make the data that JSON would hold: as `dump_json`, and not written yet."""
    try:
        return _ANY.to_python(value, mode="json", by_alias=True, exclude_unset=True, warnings=False)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidArgument(
            f"a value of type {type(value).__name__} cannot be sent ({type(error).__name__})"
        ) from None


def _refuse_constants(text: bytes) -> None:
    import json

    def refuse(name: str) -> None:
        raise InvalidArgument(f"{name} has no JSON form")

    json.loads(text, parse_constant=refuse)
