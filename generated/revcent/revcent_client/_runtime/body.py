"""Request bodies -> bytes or a stream that can be sent, and sent again where it can be rewound."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import IO, Any, Protocol, TypeAlias, cast

from .dump import dump_json, dump_plain
from .errors import InvalidArgument
from .moments import NaiveDatetimes, naive_in, settled
from .params import OMIT, Omit, Styled, absent, bounded, flat, plain
from .shapes import is_mapping, is_several
from .styles import check_value, query_pairs

_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Body:
    """content: the bytes, unless `stream` opens them. length: -1 when not known. replayable: can be sent twice.

    settle: what makes the body as the client wants datetimes without an offset, where it holds some.
    """

    media: str
    content: bytes = b""
    stream: Stream | None = None
    length: int = -1
    replayable: bool = True
    settle: Callable[[NaiveDatetimes], Body | None] | None = None

    def __repr__(self) -> str:
        return f"Body({self.media!r}, length={self.length})"


class Stream(Protocol):
    """Opens the content from its start, for each try."""

    def __call__(self) -> Iterator[bytes] | AsyncIterable[bytes]: ...


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one field of a form or multipart body is written (OpenAPI 3.1, 4.8.15)."""

    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    content: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a multipart body."""

    content: bytes | IO[bytes]
    name: str = "file"
    media: str = "application/octet-stream"


Upload: TypeAlias = bytes | str | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
"""What a binary body may be made from."""


def json_body(value: object, media: str = "application/json") -> Body | None:
    """Write a value as JSON; OMIT is no body, None is null."""
    if isinstance(value, Omit):
        return None
    content = dump_json(value)
    body = Body(media, content, length=len(content))
    return _timed(body, value, lambda settled: json_body(settled, media)) if _MOMENT.search(content) else body


_MOMENT = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]+"')
"""How JSON has a datetime without an offset; a text may look so too."""


def _timed(body: Body, value: object, make: Callable[[object], Body | None]) -> Body:
    """Note in a body that the value it was made from holds a datetime without an offset."""

    def settle(rule: NaiveDatetimes) -> Body | None:
        found = settled("body", value, rule)
        return body if found is value else make(found)

    return body if naive_in(value) is None else replace(body, settle=settle)


def _fields(value: object) -> dict[str, Any]:
    fields = dump_plain(value)
    if not is_mapping(fields):
        raise InvalidArgument("a form is made from an object")
    return {str(name): item for name, item in fields.items() if not absent(item)}


def form_body(value: object, encodings: Mapping[str, Encoding] | None = None) -> Body | None:
    """Write an object as application/x-www-form-urlencoded; OMIT is no body, fields that are None are left out.

    Without an encoding a list repeats its name and an object is written as JSON.
    """
    if isinstance(value, Omit):
        return None
    pairs: list[str] = []
    with bounded():
        for name, item in _fields(value).items():
            styled = _form_field(item, (encodings or {}).get(name))
            pairs += [f"{key}={text}" for key, text in query_pairs(name, styled)]
    content = "&".join(pairs).encode("ascii")
    body = Body("application/x-www-form-urlencoded", content, length=len(content))
    return _timed(body, value, lambda settled: form_body(settled, encodings))


def _form_field(item: object, encoding: Encoding | None) -> Styled:
    if encoding is not None and encoding.style:
        return Styled(item, encoding.style, encoding.explode, encoding.allow_reserved)
    if isinstance(plain(item), dict) or (encoding is not None and "json" in encoding.content):
        return Styled(item, json=True)
    explode, reserved = (encoding.explode, encoding.allow_reserved) if encoding else (None, False)
    return Styled(item, "form", explode, reserved)


def raw_body(value: object, media: str) -> Body | None:
    """Send text, bytes, an open binary file or an iterable of bytes as it is; OMIT is no body.

    A file is rewound to where it stood before each try; another iterable is sent once and never again.
    """
    if isinstance(value, Omit):
        return None
    if isinstance(value, str):
        value = value.encode("utf-8")
    if isinstance(value, bytes | bytearray):
        content = bytes(value)
        return Body(media, content, length=len(content))
    if hasattr(value, "read"):
        return _file_body(value, media)
    if isinstance(value, AsyncIterable):
        later = cast("AsyncIterable[bytes]", value)
        return Body(media, b"", lambda: later, replayable=False)
    if isinstance(value, Iterable):
        once = cast("Iterable[bytes]", value)
        return Body(media, b"", lambda: iter(once), replayable=False)
    raise InvalidArgument(f"a body cannot be made from {type(value).__name__}")


def _file_body(file: Any, media: str) -> Body:
    start, length = _extent(file)
    return Body(media, b"", lambda: _read(file, start), length, replayable=start >= 0)


def _extent(file: Any) -> tuple[int, int]:
    """Return where a file stands and how much is left, (-1, -1) when it cannot be rewound."""
    try:
        start = int(file.tell())
        length = int(file.seek(0, 2)) - start
        file.seek(start)
    except (OSError, AttributeError, ValueError):
        return -1, -1
    return start, length


def _read(file: Any, start: int) -> Iterator[bytes]:
    if start >= 0:
        file.seek(start)
    while chunk := file.read(_CHUNK):
        yield chunk if isinstance(chunk, bytes) else str(chunk).encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Part:
    head: bytes
    content: bytes | Any
    start: int
    length: int


def multipart_body(value: object, encodings: Mapping[str, Encoding] | None = None) -> Body | None:
    """Write an object as multipart/form-data (RFC 7578); OMIT is no body, fields that are None are left out.

    bytes, open files and `File` are sent as files; a list is one part for each member; an object is written as JSON.
    """
    if isinstance(value, Omit):
        return None
    import os

    boundary = os.urandom(16).hex()
    parts: list[_Part] = []
    for name, item in _multipart_fields(value).items():
        encoding = (encodings or {}).get(name, Encoding())
        members: Iterable[Any] = item if is_several(item) and "json" not in encoding.content else [item]
        parts += [_part(boundary, name, member, encoding) for member in members]
    end = f"--{boundary}--\r\n".encode()
    known = all(part.length >= 0 for part in parts)
    length = sum(len(part.head) + part.length + 2 for part in parts) + len(end) if known else -1
    replayable = all(part.start >= 0 for part in parts)
    media = f"multipart/form-data; boundary={boundary}"
    body = Body(media, b"", lambda: _multipart(parts, end), length, replayable)
    return _timed(body, value, lambda settled: multipart_body(settled, encodings))


def _multipart_fields(value: object) -> dict[str, Any]:
    """Return the fields that are set, by wire name; files are not dumped but kept as they are."""
    if is_mapping(value):
        return {str(name): item for name, item in value.items() if not absent(item)}
    return _fields(value)


def _part(boundary: str, name: str, item: object, encoding: Encoding) -> _Part:
    if isinstance(item, bytes | bytearray) or hasattr(item, "read"):
        named: Any = item
        item = File(named, _file_name(named), encoding.content or "application/octet-stream")
    if isinstance(item, File):
        start, length = (0, len(item.content)) if isinstance(item.content, bytes | bytearray) else _extent(item.content)
        return _Part(_head(boundary, name, item.name, item.media), item.content, start, length)
    as_json = isinstance(plain(item), dict | list) or "json" in encoding.content
    content = dump_json(item) if as_json else flat(item).encode("utf-8")
    media = encoding.content or ("application/json" if as_json else "")
    return _Part(_head(boundary, name, "", media), content, 0, len(content))


def _file_name(item: object) -> str:
    name = getattr(item, "name", "")
    return name.replace("\\", "/").rsplit("/", 1)[-1] if isinstance(name, str) and name else "file"


def _head(boundary: str, name: str, file: str, media: str) -> bytes:
    lines = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if file:
        lines += f'; filename="{_quoted(file)}"'
    if media:
        lines += f"\r\nContent-Type: {check_value('Content-Type', media)}"
    return f"{lines}\r\n\r\n".encode()


def _quoted(text: str) -> str:
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").replace("\0", "%00")


def _multipart(parts: list[_Part], end: bytes) -> Iterator[bytes]:
    for part in parts:
        yield part.head
        if isinstance(part.content, bytes | bytearray):
            yield bytes(part.content)
        else:
            yield from _read(part.content, part.start)
        yield b"\r\n"
    yield end


__all__ = ["OMIT", "Body", "Encoding", "File", "form_body", "json_body", "multipart_body", "raw_body"]
