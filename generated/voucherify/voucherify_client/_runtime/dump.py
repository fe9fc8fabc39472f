"""Values -> JSON text and plain data, models by alias and only with the fields that were set."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaSerializer, core_schema

from .errors import InvalidArgument
from .params import Number, each_inside

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Wire:
    """The context in which values are written that travel: types that Python data has otherwise look for it.

    numbers: whether decimals may be numbers of JSON. missing: what has to be sent and is not there; None where nothing
    is sent, so that all that came is written.
    """

    __slots__ = ("missing", "numbers")

    def __init__(self, *, numbers: bool = True, sent: bool = True) -> None:
        self.numbers = numbers
        self.missing: list[str] | None = [] if sent else None

    def check(self) -> None:
        """Refuse to send what lacks a field."""
        if self.missing:
            listed = ", ".join(dict.fromkeys(self.missing))
            raise InvalidArgument(f"{listed} has to be sent: no answer holds it, so that it has to be set")


WIRE = Wire(sent=False)
"""Where JSON is written that does not travel."""

_ANY = SchemaSerializer(core_schema.any_schema(), core_schema.CoreConfig(ser_json_inf_nan="constants"))


_NUMBER = f"number-{os.urandom(16).hex()}:"
"""Stands before the digits of a number that is written as text at first, as no writer of JSON takes a Decimal. It is
made anew in each process, so that no other text can look so."""
_WRITTEN = re.compile(rf'"{_NUMBER}([-+.0-9E]+)"'.encode())


def number_text(value: Decimal) -> str:
    """Write a Decimal so that `dump_json` makes a JSON number of it, with all its digits. Refuses NaN and infinity."""
    if not value.is_finite():
        raise InvalidArgument(f"{value} has no JSON form")
    return _NUMBER + str(value)


def _number(value: object) -> str:
    """Write what the serializer does not know."""
    if isinstance(value, Number):
        return number_text(value.value)
    raise TypeError(type(value).__name__)


def with_numbers(text: bytes) -> bytes:
    """Return JSON in which what `number_text` wrote are numbers."""
    return _WRITTEN.sub(rb"\1", text)


def as_number(value: object) -> object:
    """Turn Decimals into JSON numbers, also inside lists and mappings; anything else passes."""
    return each_inside(value, lambda each: number_text(each) if isinstance(each, Decimal) else each)


def dump_json(value: object) -> bytes:
    """Write JSON: models by alias and only with the fields that were set. NaN and infinity are refused."""
    wire = Wire()
    try:
        text = _ANY.to_json(value, by_alias=True, exclude_unset=True, warnings=False, context=wire, fallback=_number)
    except (ValueError, TypeError, RecursionError) as error:
        if "serialization depth" not in str(error):
            raise _formless(value, error) from None
        text = _deep(value, wire)
    wire.check()
    if b"NaN" in text or b"Infinity" in text:
        _refuse_constants(text)
    return with_numbers(text)


def dump_typed(adapter: TypeAdapter[Any], value: object) -> bytes:
    """Write JSON as whoever answers does: by the type, with what is read-only."""
    options: Any = {"by_alias": True, "exclude_unset": True, "warnings": False, "fallback": _number}
    return with_numbers(adapter.dump_json(value, context=WIRE, **options))


def _deep(value: object, wire: Wire) -> bytes:
    from .deep import dumps

    def write(part: object) -> bytes:
        return _ANY.to_json(part, by_alias=True, exclude_unset=True, warnings=False, context=wire, fallback=_number)

    try:
        return dumps(value, write)
    except (ValueError, TypeError, RecursionError) as error:
        raise error if isinstance(error, InvalidArgument) else _formless(value, error) from None


def dump_plain(value: object, exclude: set[str] | None = None) -> Any:
    """Make plain data: models by alias and only with the fields that were set; leaves stay Python values.

    exclude: fields of the outermost model that are left out.
    """
    wire = Wire()
    try:
        data = _ANY.to_python(value, by_alias=True, exclude_unset=True, warnings=False, exclude=exclude, context=wire)
    except (ValueError, TypeError, RecursionError) as error:
        raise _formless(value, error) from None
    wire.check()
    return data


def dump_data(value: object) -> Any:
    """Make the data that JSON would hold, its decimals as text: as `dump_json`, and not written yet."""
    wire = Wire(numbers=False)
    try:
        data = _ANY.to_python(value, mode="json", by_alias=True, exclude_unset=True, warnings=False, context=wire)
    except (ValueError, TypeError, RecursionError) as error:
        raise _formless(value, error, "cannot be sent") from None
    wire.check()
    return data


def _formless(value: object, error: Exception, fault: str = "has no JSON form") -> InvalidArgument:
    deep = " is nested too deeply or holds itself and" if "depth" in str(error) or "ircular" in str(error) else ""
    return InvalidArgument(f"a value of type {type(value).__name__}{deep} {fault} ({type(error).__name__})")


def _refuse_constants(text: bytes) -> None:
    def refuse(name: str) -> None:
        raise InvalidArgument(f"{name} has no JSON form")

    json.loads(text, parse_constant=refuse)
