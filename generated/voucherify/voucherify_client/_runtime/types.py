"""Types of fields that JSON has no type for."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator


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


def write_unix(value: Any) -> Any:
    """Turn a datetime into whole seconds since 1970; what a tolerant reader left as it came stays so."""
    return math.floor(value.timestamp()) if isinstance(value, datetime) else value


UnixTime = Annotated[datetime, PlainValidator(read_unix), PlainSerializer(write_unix)]
"""A datetime that travels as seconds since 1970."""
