"""Values -> answers as a server would write them, by the decoder that is going to read them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from pydantic_core import PydanticSerializationError, from_json

from . import _http
from .decode import Decoder
from .dump import dump_typed
from .failures import for_status
from .flow import Event
from .request import Request
from .shapes import is_mapping, is_several
from .typed import InXml, Typed

Fault = type[_http.ConnectError] | type[_http.ReadError] | type[_http.ReadTimeout]
_CONCRETE = {"*/*": "application/octet-stream", "text/*": "text/plain"}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. pieces: its body. fault: of the connection, after the pieces; without a status, instead of all."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    pieces: tuple[bytes, ...] = ()
    fault: Fault | None = None

    def response(self, request: _http.Request) -> _http.Response:
        """Return it as the HTTP library has it. Raises the fault of one without a status."""
        if not self.status:
            self._break(request)
        return _http.Response(self.status, headers=self.headers, stream=_Body(self._flow(request)))

    def _flow(self, request: _http.Request) -> Iterator[bytes]:
        yield from self.pieces
        self._break(request)

    def _break(self, request: _http.Request) -> None:
        if self.fault is not None:
            raise self.fault("as the test wants", request=request)


class _Body(_http.SyncByteStream, _http.AsyncByteStream):
    """The body of an answer, for both kinds of client."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration


@dataclass(frozen=True, slots=True)
class _Way:
    """One of the ways in which an operation answers. status, media: as the document has them, or ""."""

    status: str
    media: str
    kind: str
    typed: Typed | None = None
    detail: str = ""


class Unfit(Exception):
    """A value that is none of those that an operation answers with; it says why."""


def written(decoder: Decoder[Any], value: object, status: int | None) -> Reply:
    """Write a success: the first documented one that the value is exactly, else that it is valid for. Raises Unfit."""
    if status is not None and not decoder.expects(status):
        raise Unfit(f"{status} is no status that it answers with")
    reasons: list[str] = []
    found: list[Reply] = []
    for way in _ways(decoder):
        if status is not None and for_status({way.status or str(status): True}, status) is None:
            continue
        try:
            reply, exact = _reply(way, value, status)
        except Unfit as error:
            reasons.append(str(error))
            continue
        if exact:
            return reply
        found.append(reply)
    if not found:
        raise Unfit("; ".join(dict.fromkeys(reasons)) or f"{status} is no status that it answers with")
    return found[0]


def _ways(decoder: Decoder[Any], status: str = "", media: str = "") -> Iterator[_Way]:
    """Yield the ways that a decoder reads."""
    if decoder.kind == "status":
        for each, inner in decoder.parts.items():
            yield from _ways(inner, each, media)
    elif decoder.kind == "type":
        for each, inner in decoder.parts.items():
            yield from _ways(inner, status, each)
    elif decoder.kind == "json":
        for each, typed in decoder.parts.items():
            if each[0] in "23D":
                nothing = typed.is_nothing
                yield _Way(each, media or typed.media, "nothing" if nothing else "json", typed)
    elif decoder.kind in ("events", "lines"):
        ((detail, typed),) = decoder.parts.items()
        yield _Way(status, media or decoder.accept, decoder.kind, typed, detail)
    else:
        yield _Way(status, media or decoder.accept.split(",")[0].split(";")[0], decoder.kind)


def _reply(way: _Way, value: object, status: int | None) -> tuple[Reply, bool]:
    """Write a value in one way; also say whether what is read is equal to it."""
    pieces, exact = _body(way, value)
    named = int(way.status) if way.status.isdigit() else 0
    usual = 204 if way.kind == "nothing" else 200
    media = _CONCRETE.get(way.media, way.media.replace("*", "octet-stream"))
    headers = {} if way.kind == "nothing" else {"content-type": media}
    return Reply(status or named or usual, headers, pieces), exact


def _body(way: _Way, value: object) -> tuple[tuple[bytes, ...], bool]:
    match way.kind, value:
        case "nothing", None:
            return (), True
        case "text", str():
            return (value.encode("utf-8"),), True
        case "bytes", bytes():
            return (value,), True
        case "json", _ if way.typed is not None:
            return _checked(way.typed, value)
        case "events" | "lines", _ if way.typed is not None and is_several(value):
            write = _event if way.kind == "events" else _line
            return tuple(write(way, way.typed, each) for each in value), True
        case _:
            wanted = {"nothing": "None", "text": "str", "events": "a list of values", "lines": "a list of values"}
            raise Unfit(f"{type(value).__name__} where {wanted.get(way.kind, way.kind)} is answered")


def _checked(typed: Typed, value: object) -> tuple[tuple[bytes, ...], bool]:
    """Write a value and read it again, so that a test does not answer what the API never does."""
    text = _text(typed, value)
    try:
        read, mismatches = typed.read(text)
    except ValueError as error:
        raise Unfit(str(error)) from None
    if mismatches or isinstance(value, bytes):
        raise Unfit("; ".join(map(str, mismatches)) or "bytes where JSON is answered")
    return (in_format(typed, text),), bool(read == value)


def _text(typed: Typed, value: object) -> bytes:
    try:
        return dump_typed(typed.adapter, value)
    except (PydanticSerializationError, ValueError, TypeError, AttributeError) as error:
        raise Unfit(f"{type(value).__name__} cannot be written ({type(error).__name__})") from None


def in_format(typed: Typed, text: bytes) -> bytes:
    """Return JSON as the type travels."""
    return typed.write(text) if isinstance(typed, InXml) else text


def _line(way: _Way, typed: Typed, value: object) -> bytes:
    (text,), _ = _checked(typed, value)
    return (b"\x1e" if "json-seq" in way.media else b"") + text + b"\n"


def _event(way: _Way, typed: Typed, value: object) -> bytes:
    """Write an event (WHATWG HTML, 9.2): of its data, of an Event, or of a whole event with fields of these names."""
    event: Event[Any] = value if _is_event(value) else Event(value, event="")
    named: Mapping[str, object] = {"event": event.event, "id": event.id, "retry": event.retry}
    value = event.data
    if way.detail:
        whole = from_json(_checked(typed, value)[0][0])
        if not is_mapping(whole):
            raise Unfit("an event has to be an object")
        named, data = {**named, **whole}, whole.get("data")
        text = data if isinstance(data, str) else dump_typed(Typed(Any).adapter, data).decode("utf-8")
    else:
        text = value if isinstance(value, str) and typed.type is str else _checked(typed, value)[0][0].decode("utf-8")
    lines = [f"{name}: {named[name]}" for name in ("event", "id", "retry") if named.get(name)]
    lines += [f"data: {line}" for line in text.split("\n")]
    return ("\n".join(lines) + "\n\n").encode("utf-8")


def _is_event(value: object) -> TypeGuard[Event[Any]]:
    return isinstance(value, Event)


def failed(request: Request, status: int, body: object, headers: Mapping[str, str]) -> Reply:
    """Write an error. body: bytes and text as they are, None for nothing, else as the document has errors, or JSON."""
    if body is None:
        return Reply(status, headers)
    if isinstance(body, str | bytes):
        content = body if isinstance(body, bytes) else body.encode("utf-8")
        return Reply(status, {"content-type": "text/plain; charset=utf-8", **headers}, (content,))
    when = request.errors.inside if 200 <= status < 300 else None
    typed = when or for_status(request.errors.types, status) or Typed(Any)
    text = dump_typed(Typed(Any).adapter if is_mapping(body) else typed.adapter, body)
    return Reply(status, {"content-type": typed.media, **headers}, (in_format(typed, text),))
