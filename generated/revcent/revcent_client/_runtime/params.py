"""Parameters -> text of the wire: every style and explode of OpenAPI 3.1, 4.8.12, percent-encoded once.

Everything outside RFC 3986's unreserved characters is encoded, except the delimiters that a style itself writes and the
brackets in names of query parameters.
"""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from itertools import zip_longest
from math import floor, isfinite
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

from .errors import InvalidArgument
from .shapes import is_mapping, is_several

if TYPE_CHECKING:
    from typing_extensions import TypeIs


class _Bounded:
    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and issubclass(kind, RecursionError):
            raise InvalidArgument("a value is nested too deeply or holds itself") from None


_BOUNDED = _Bounded()


def bounded() -> _Bounded:
    """Refuse, in a `with` statement, what is nested more deeply than Python calls, in place of RecursionError."""
    return _BOUNDED


class Omit:
    """The type of OMIT."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "OMIT"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "OMIT"


OMIT = Omit()
"""Stands for an argument that is not sent."""


def absent(value: object) -> TypeIs[Omit | None]:
    """Say whether a parameter is not sent."""
    return value is None or isinstance(value, Omit)


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with the way it is written. explode None: the style's default; json: the value is written as JSON."""

    value: object
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    json: bool = False


def styled(
    value: object, style: str, explode: bool | None = None, allow_reserved: bool = False
) -> Styled | Omit | None:
    """Say how a parameter is written, where it is not its place's default. Omitted values stay omitted."""
    return value if absent(value) else Styled(value, style, explode, allow_reserved)


def as_json(value: object) -> Styled | Omit:
    """Say that a parameter is written as JSON (`content: application/json`). None is written as null."""
    return value if isinstance(value, Omit) else Styled(value, json=True)


def scalar_text(value: object) -> str:
    """Write one value as text, before any encoding: true, 1.5, 2024-01-31T10:00:00Z."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | UUID):
        return str(value)
    if isinstance(value, bytes):
        return base64_text(value)
    if isinstance(value, Number):
        return scalar_text(value.value)
    if isinstance(value, float) and isfinite(value):
        return repr(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, datetime | date | time):
        return _time_text(value)
    if isinstance(value, timedelta):
        from .dump import dump_json

        return dump_json(value).decode().strip('"')
    raise InvalidArgument(f"a value of type {type(value).__name__} cannot be sent as a parameter")


def _time_text(value: datetime | date | time) -> str:
    text = value.isoformat()
    if isinstance(value, datetime) and value.tzinfo is not None and value.utcoffset() == timedelta(0):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    return text


_BARE = re.compile("%(?![0-9A-Fa-f]{2})")
"""A percent sign that begins no encoded character."""


def percent(text: str, safe: str = "") -> str:
    """Percent-encode everything outside unreserved and `safe`. A % in `safe` is that of what is encoded already."""
    written = quote(in_utf8(text), safe=safe)
    return _BARE.sub("%25", written) if "%" in safe else written


def in_utf8(text: str) -> bytes:
    """Encode text. Raises InvalidArgument for what has no UTF-8."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidArgument("text with a lone surrogate cannot be sent") from None


Plain = str | list[Any] | dict[str, Any]
"""A value as styles see it: text, a list, or an object; the members of the last two are not looked at yet."""


def plain(value: object) -> Plain:
    """Sort a value into text, list or object; absent members are dropped."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if hasattr(value, "model_dump"):
        from .dump import dump_plain

        value = dump_plain(value)
    if is_mapping(value):
        return {scalar_text(key): item for key, item in value.items() if not absent(item)}
    if is_several(value):
        return [item for item in value if not absent(item)]
    return scalar_text(value)


def flat(value: object) -> str:
    """Write a member of a list or object: text as it is, what is nested deeper as JSON."""
    text = plain(value)
    if isinstance(text, str):
        return text
    from .dump import dump_json

    return dump_json(value).decode()


def joined(value: Plain, between: str, explode: bool, safe: str = "") -> str:
    """Write one string: a list with a delimiter, an object as k,v (explode: k=v)."""
    if isinstance(value, str):
        return percent(value, safe)
    if isinstance(value, list):
        return between.join(percent(flat(item), safe) for item in value)
    inside = "=" if explode else between
    return between.join(percent(key, safe) + inside + percent(flat(item), safe) for key, item in value.items())


@dataclass(frozen=True, slots=True)
class Seconds:
    """A datetime without an offset that is to travel as whole seconds since 1970, once `moments` has settled it."""

    value: datetime


class Number:
    """A Decimal that travels as a number where it comes to stand in JSON."""

    __slots__ = ("value",)

    def __init__(self, value: Decimal) -> None:
        self.value = value


def as_unix_time(value: object) -> object:
    """Turn datetimes into whole seconds since 1970, also inside lists and mappings; anything else passes."""

    def write(each: object) -> object:
        if not isinstance(each, datetime):
            return each
        return Seconds(each) if each.utcoffset() is None else floor(each.timestamp())

    return each_inside(value, write)


def as_base64(value: object) -> object:
    """Turn bytes into base64 (RFC 4648, 4), also inside lists and mappings; anything else passes."""
    return each_inside(value, lambda each: base64_text(each) if isinstance(each, bytes) else each)


def as_base64url(value: object) -> object:
    """Turn bytes into base64 for URLs, without padding (RFC 4648, 5); otherwise as `as_base64`."""
    return each_inside(value, lambda each: base64url_text(each) if isinstance(each, bytes) else each)


def in_places(*writers: Callable[[Any], object] | None) -> Callable[[Any], object]:
    """Make what writes each member of a sequence in its own way, None as it is; anything else passes."""

    def write(value: object) -> object:
        if not is_several(value):
            return value
        return [writer(each) if writer else each for writer, each in zip_longest(writers, value)][: len(value)]

    return write


def for_each(writer: Callable[[Any], object]) -> Callable[[Any], object]:
    """Make what writes the members of a sequence or a mapping alike; anything else passes."""

    def write(value: object) -> object:
        if is_mapping(value):
            return {key: writer(each) for key, each in value.items()}
        return [writer(each) for each in value] if is_several(value) else value

    return write


def base64_text(value: bytes) -> str:
    return b64encode(value).decode("ascii")


def base64url_text(value: bytes) -> str:
    return urlsafe_b64encode(value).decode("ascii").rstrip("=")


def each_inside(value: object, write: Callable[[object], object]) -> object:
    """Write each member of lists and mappings, or the value itself."""

    def walk(value: object) -> object:
        if is_mapping(value):
            return {key: walk(each) for key, each in value.items()}
        if is_several(value):
            return [walk(each) for each in value]
        return write(value)

    with bounded():
        return walk(value)
