"""Types of fields that JSON has no type for."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, ValidationInfo

from . import files


def read_unix(value: object) -> datetime:
    """Turn seconds since 1970, a number or a numeric string, into a datetime in UTC; an aware datetime stays."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a datetime needs a time zone")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("expected seconds since 1970")
    try:
        seconds = float(value) if isinstance(value, float) else int(value)
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError):
        raise ValueError("outside the years 1 to 9999") from None


def write_unix(value: Any) -> Any:
    """Turn a datetime into whole seconds since 1970; what a tolerant reader left as it came stays so."""
    return math.floor(value.timestamp()) if isinstance(value, datetime) else value


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
