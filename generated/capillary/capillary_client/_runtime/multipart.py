"""Multipart bodies (RFC 7578; RFC 2046, 5.1): an object -> its parts, streamed one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from .body import Body, Encoding, timed
from .dump import dump_json, dump_plain
from .errors import InvalidArgument
from .files import Chunks, File, Source, file_name, is_upload, media_type, source
from .params import Omit, Styled, absent, bounded, flat, in_utf8, plain
from .shapes import is_mapping, is_several
from .styles import check_name, check_value, query_pairs

_USUAL = Encoding()
_OURS = frozenset({"content-type", "content-disposition", "content-length"})


class _Part(NamedTuple):
    """media: "" for none, which means text (RFC 7578, 4.4)."""

    head: bytes
    media: str
    content: Source

    @property
    def length(self) -> int:
        return -1 if self.content.length < 0 else len(self.head) + self.content.length + 2


def multipart_body(
    value: object, encodings: Mapping[str, Encoding] | None = None, media: str = "multipart/form-data"
) -> Body | None:
    """Write an object as parts; OMIT is no body, fields that are None are left out.

    Files are streamed. A list is one part for each member, an object is JSON; a list that is said to be JSON is one
    part. The parts of any multipart body are named by `Content-Disposition: form-data`, which is the only way to tell
    which field a part is.
    """
    if isinstance(value, Omit):
        return None
    return timed(value, lambda settled: _body(settled, encodings or {}, media))


def _body(value: object, encodings: Mapping[str, Encoding], media: str) -> Body:
    boundary = os.urandom(16).hex()
    parts: list[_Part] = []
    with bounded():
        for name, item in _fields(value).items():
            parts += _parts(boundary, name, item, encodings.get(name, _USUAL))
    end = f"--{boundary}--\r\n".encode()
    lengths = [part.length for part in parts]
    return Body(
        f"{_stated(media, parts)}; boundary={boundary}",
        stream=lambda: _flow(parts, end),
        length=-1 if -1 in lengths else sum(lengths) + len(end),
        replayable=all(part.content.replayable for part in parts),
        asynchronous=any(part.content.asynchronous for part in parts),
        value=value,
    )


def _stated(media: str, parts: Sequence[_Part]) -> str:
    """Return the media type of the body; multipart/related names that of its first part (RFC 2387, 3.1)."""
    related = media.lower().startswith("multipart/related") and "type=" not in media
    return f'{media}; type="{parts[0].media or "text/plain"}"' if related and parts else media


def _flow(parts: Sequence[_Part], end: bytes) -> Chunks:
    for part in parts:
        yield part.head
        yield from part.content.open()
        yield b"\r\n"
    yield end


def _fields(value: object) -> dict[str, Any]:
    """Return the fields that are set, by their names on the wire; files stay what they are.

    Bytes are written by the model: as text where their type is one that travels so.
    """
    if is_mapping(value):
        return {str(name): item for name, item in value.items() if not absent(item)}
    if not hasattr(value, "model_dump"):
        raise InvalidArgument("a form is made from an object")
    model: Any = type(value)
    fields: dict[str, Any] = model.model_fields
    wires: dict[str, str] = {name: each.serialization_alias or each.alias or name for name, each in fields.items()}
    values: dict[str, Any] = {**vars(value), **(getattr(value, "model_extra", None) or {})}
    files = {name: item for name, item in values.items() if _holds_files(item) and not _is_bytes(item)}
    data = dump_plain(value, exclude=set(files)) | {wires.get(name, name): item for name, item in files.items()}
    names = (wires.get(name, name) for name in values)
    return {name: data[name] for name in names if name in data and not absent(data[name])}


def _holds_files(value: object) -> bool:
    return is_upload(value) or (is_several(value) and any(is_upload(each) for each in value))


def _is_bytes(value: object) -> bool:
    return all(isinstance(each, bytes) for each in (value if is_several(value) else [value]))


def _parts(boundary: str, name: str, item: object, encoding: Encoding) -> Iterator[_Part]:
    if encoding.style or encoding.explode is not None:
        styled = Styled(item, encoding.style or "form", encoding.explode)
        for key, text in query_pairs(name, styled):
            yield _data_part(boundary, unquote(key), unquote(text), _USUAL)
        return
    several = is_several(item) and (_holds_files(item) or not _is_json(_first(encoding.content)))
    members: Any = item if several else [item]
    for each in members:
        if is_upload(each):
            yield _file_part(boundary, name, each, encoding)
        elif not absent(each):
            yield _data_part(boundary, name, each, encoding)


def _file_part(boundary: str, name: str, item: object, encoding: Encoding) -> _Part:
    given = item.headers if isinstance(item, File) else dict[str, str]()
    media = media_type(item, encoding.content)
    return _Part(_head(boundary, name, file_name(item), media, encoding, given), media, source(item))


def _data_part(boundary: str, name: str, item: object, encoding: Encoding) -> _Part:
    """Write text, a number and the like as text, what has an inside as JSON."""
    nested = isinstance(plain(item), dict | list)
    stated = _first(encoding.content)
    as_json = nested or _is_json(stated)
    content = dump_json(item) if as_json else in_utf8(flat(item))
    media = stated or ("application/json" if as_json else "")
    return _Part(_head(boundary, name, "", media, encoding, {}), media, source(content))


def _first(stated: str) -> str:
    """Return the first media type that is no range."""
    return next((each.strip() for each in stated.split(",") if "*" not in each), "")


def _is_json(media: str) -> bool:
    return "json" in media.lower()


def _head(boundary: str, name: str, file: str, media: str, encoding: Encoding, given: Mapping[str, str]) -> bytes:
    """Write the headers of a part. Names are UTF-8 as they are (RFC 7578, 4.2 and 5.1); what a system cannot spell of
    the name of a file is replaced."""
    shown = _quoted(in_utf8(name).decode("utf-8"))
    lines = [f"--{boundary}", f'Content-Disposition: form-data; name="{shown}"']
    if file:
        lines[1] += f'; filename="{_quoted(file)}"'
    if media:
        lines.append(f"Content-Type: {check_value('Content-Type', media)}")
    headers = {wire.lower(): (wire, text) for wire, text in encoding.headers.items()}
    headers |= {wire.lower(): (wire, text) for wire, text in given.items()}
    for key, (wire, text) in headers.items():
        if key in _OURS:
            raise InvalidArgument(f"{wire} of a part is not given among the headers of a File")
        if text is None:
            raise InvalidArgument(f"the part {name!r} needs the header {wire}: File(..., headers={{{wire!r}: ...}})")
        lines.append(f"{check_name(wire)}: {check_value(wire, text)}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "replace")


def _quoted(text: str) -> str:
    """Write a name as browsers do: what would end it is percent-encoded."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").replace("\0", "%00")
