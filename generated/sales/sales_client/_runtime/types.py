"""Types of fields that JSON has no type for."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, SerializationInfo, ValidationInfo

from . import files
from .dump import Wire, number_text
from .params import Number, base64_text, base64url_text


def read_unix(value: object) -> datetime:
    """Turn seconds since 1970, a number or a numeric string, into a datetime in UTC; an aware datetime stays."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a datetime needs a time zone, such as datetime(..., tzinfo=UTC)")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("expected seconds since 1970")
    try:
        seconds = float(value) if isinstance(value, float) else int(value)
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError):
        raise ValueError("outside the years 1 to 9999") from None
    except ValueError:  # what it says holds the text
        raise ValueError("expected seconds since 1970") from None


def write_unix(value: Any) -> Any:
    """Turn a datetime into whole seconds since 1970; what a tolerant reader left as it came stays so."""
    return math.floor(value.timestamp()) if isinstance(value, datetime) else value


def read_base64(value: object) -> bytes:
    """Decode text of either alphabet (RFC 4648, 4 and 5), padded or not; bytes stay."""
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ValueError("expected text in base64")
    text = "".join(value.split()).rstrip("=").translate(_STANDARD)
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


_STANDARD = str.maketrans("-_", "+/")


def _written(encode: Callable[[bytes], str]) -> PlainSerializer:
    """Make what writes bytes as text, and leaves them where Python data is made that does not travel."""

    def write(value: Any, info: SerializationInfo) -> Any:
        travels = info.mode == "json" or isinstance(info.context, Wire)
        return encode(value) if travels and isinstance(value, bytes) else value

    return PlainSerializer(write)


Base64Bytes = Annotated[bytes, PlainValidator(read_base64), _written(base64_text)]
"""Bytes that travel as base64."""

Base64UrlBytes = Annotated[bytes, PlainValidator(read_base64), _written(base64url_text)]
"""Bytes that travel as base64 for URLs."""


def write_number(value: Any, info: SerializationInfo) -> Any:
    """Write a Decimal as a number of JSON where it travels."""
    travels = isinstance(info.context, Wire) and info.context.numbers
    if not travels or not isinstance(value, Decimal):
        return value
    return number_text(value) if info.mode == "json" else Number(value)


DecimalNumber = Annotated[Decimal, PlainSerializer(write_number)]
"""A Decimal that travels as a number of JSON, with all its digits."""

UnixTime = Annotated[datetime, PlainValidator(read_unix), PlainSerializer(write_unix)]
"""A datetime that travels as seconds since 1970."""


def read_upload(value: object, info: ValidationInfo) -> object:
    """Return what a file is made from; in JSON it is text, and read as bytes."""
    if isinstance(value, str) and info.mode == "json":
        return value.encode("utf-8")
    if not files.is_upload(value):
        raise ValueError(files.refusal(value))
    return bytes(value) if isinstance(value, bytearray) else value


def write_upload(value: object) -> str:
    """Turn bytes into the text that they are in JSON."""
    if not isinstance(value, bytes):
        raise ValueError("a file has no JSON form")
    return value.decode("utf-8")


Upload = Annotated[files.Upload, PlainValidator(read_upload), PlainSerializer(write_upload, when_used="json")]
"""A part of a multipart body that is a file: all that one is made from. What is read from JSON is bytes."""
