"""Bodies that are one JSON value a line, written while they are sent; and the flag that asks for a stream."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from .body import Body, raw_body, timed
from .dump import dump_json
from .errors import InvalidArgument
from .files import File
from .moments import settled
from .params import Omit
from .shapes import is_mapping

T = TypeVar("T")


def lines_body(value: object, media: str) -> Body | None:
    """Write values as JSON lines, or hand on what is written already; OMIT is no body.

    An iterator is read while it is sent, once and never again.
    """

    def make(values: Any) -> Body:
        content = b"".join(_line(each, media) for each in values)
        return Body(media, content, length=len(content), value=values)

    given: Any = value
    if isinstance(value, Omit):
        return None
    if isinstance(value, str | bytes | bytearray | os.PathLike | File) or hasattr(given, "read"):
        return raw_body(given, media)
    if isinstance(value, AsyncIterable):
        return raw_body(_async_lines(given, media), media)
    if isinstance(value, Iterator):
        return raw_body(_lines(given, media), media)
    if isinstance(value, Iterable) and not (isinstance(value, Mapping) or hasattr(given, "model_fields_set")):
        return timed(list(given), make)
    raise InvalidArgument(f"JSON lines are made from a list or an iterator, not from {type(given).__name__}")


def _lines(values: Iterator[object], media: str) -> Iterator[bytes]:
    for each in values:
        yield _line(each, media)


async def _async_lines(values: AsyncIterable[object], media: str) -> AsyncIterator[bytes]:
    async for each in values:
        yield _line(each, media)


def _line(value: object, media: str) -> bytes:
    """Write one value (RFC 7464, 2.2, for application/json-seq); bytes are written already."""
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    begin = b"\x1e" if "json-seq" in media else b""
    return begin + dump_json(settled("body", value, "refuse")) + b"\n"


def flagged(body: T, stream: bool) -> T:
    """Return a body whose `stream` asks for a stream where the call does. Refuses one that asks by itself."""
    given: Any = body
    if isinstance(body, Omit):
        return cast("T", {"stream": True}) if stream else body
    if not stream:
        if (given.get("stream") if is_mapping(given) else getattr(given, "stream", None)) is True:
            raise InvalidArgument("`stream` is true in the body: give the method stream=True, and it returns one")
        return body
    if is_mapping(given):
        return cast("T", {**given, "stream": True})
    if not hasattr(given, "model_copy"):
        raise InvalidArgument(f"{type(given).__name__} has no field `stream`")
    return cast("T", given.model_copy(update={"stream": True}))
