"""Request bodies -> bytes or a stream that can be sent, and sent again where it can be rewound."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .dump import dump_json, dump_plain
from .errors import InvalidArgument
from .files import Chunks, File, media_type, source
from .moments import NaiveDatetimes, naive_in, settled
from .params import OMIT, Omit, Styled, absent, bounded, in_utf8, plain
from .shapes import EMPTY, is_mapping
from .styles import query_pairs

FORM = "application/x-www-form-urlencoded"


class Body(NamedTuple):
    """content: the bytes, unless `stream` opens them. length: -1 when not known. replayable: can be sent twice.

    asynchronous: a part of it has to be awaited. settle: makes the body as the client wants datetimes without an
    offset, where it is made from some; until then it has no content.
    """

    media: str
    content: bytes = b""
    stream: Callable[[], Chunks] | None = None
    length: int = -1
    replayable: bool = True
    asynchronous: bool = False
    settle: Callable[[NaiveDatetimes], Body] | None = None
    value: object = None
    """What it is made from."""

    def __repr__(self) -> str:
        return f"Body({self.media!r}, length={self.length})"


class Encoding(NamedTuple):
    """How one field of a form or multipart body is written (OpenAPI 3.1, 4.8.15)."""

    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    content: str = ""
    headers: Mapping[str, str | None] = EMPTY
    """Of a part: those with one value, and those that a caller has to give, which are None."""


def json_body(value: object, media: str = "application/json") -> Body | None:
    """Write a value as JSON; OMIT is no body."""
    if isinstance(value, Omit):
        return None

    def make(value: object) -> Body:
        content = dump_json(value)
        return Body(media, content, length=len(content), value=value)

    body = make(value)
    return timed(value, make) if _MOMENT.search(body.content) else body


_MOMENT = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]+"')
"""How JSON has a datetime without an offset; a text may look so too."""


def timed(value: object, make: Callable[[Any], Body]) -> Body:
    """Return the body that is made from a value: by `settle`, when a datetime in the value has no offset."""
    if naive_in(value) is None:
        return make(value)

    def settle(rule: NaiveDatetimes) -> Body:
        return make(settled("body", value, rule))

    return Body("", settle=settle)


def xml_body(value: object, key: str, media: str = "application/xml") -> Body | None:
    """Write a value as XML; OMIT is no body. key: of the outermost element in the package's table."""
    if isinstance(value, Omit):
        return None

    def make(value: object) -> Body:
        from .xml_writer import write_xml

        content = write_xml(value, key, media)
        return Body(media, content, length=len(content), value=value)

    return timed(value, make)


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

    def make(value: object) -> Body:
        pairs: list[str] = []
        with bounded():
            for name, item in _fields(value).items():
                styled = _form_field(item, (encodings or {}).get(name))
                pairs.extend(f"{key}={text}" for key, text in query_pairs(name, styled))
        content = "&".join(pairs).encode("ascii")
        return Body(FORM, content, length=len(content), value=value)

    return timed(value, make)


def _form_field(item: object, encoding: Encoding | None) -> Styled:
    if encoding is not None and encoding.style:
        return Styled(item, encoding.style, encoding.explode, encoding.allow_reserved)
    if isinstance(plain(item), dict) or (encoding is not None and "json" in encoding.content):
        return Styled(item, json=True)
    explode, reserved = (encoding.explode, encoding.allow_reserved) if encoding else (None, False)
    return Styled(item, "form", explode, reserved)


def raw_body(value: object, media: str) -> Body | None:
    """Send text, or what a file is made from, as it is; OMIT is no body. media: what the API takes, several or a range.

    A file is rewound to where it stood before each try; an iterator is sent once and never again.
    """
    if isinstance(value, Omit):
        return None
    if isinstance(value, str):
        content = in_utf8(value)
        return Body(media if "*" not in media else "text/plain", content, length=len(content), value=value)
    if isinstance(value, File) and value.headers:
        raise InvalidArgument("the headers of a File go with a part; a whole body takes none")
    chosen, found = media_type(value, media), source(value)
    return Body(chosen, b"", found.open, found.length, found.replayable, found.asynchronous, value=value)


__all__ = ["OMIT", "Body", "Encoding", "form_body", "json_body", "raw_body", "xml_body"]
