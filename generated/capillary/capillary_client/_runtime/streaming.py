"""Decoders for answers that are read while they come: events, lines, and whatever is to be handed on as chunks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import from_json, to_json

from .decode import Decoder, Reading, failure, media_of, read_typed, report
from .errors import Answer
from .exchange import Opened
from .flow import Flow
from .frames import Chunks, Events, Frame, Lines, Parser, Records
from .typed import Typed

_EVENTS = "text/event-stream"
_UNNAMED = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
"""Media types of servers that do not say what they send."""
_NO_LINES = frozenset({_EVENTS, "text/html"})


def events(type: Any, *, whole: str = "", end: str = "[DONE]") -> Decoder[Any]:
    """Read server-sent events. type: of the data of each, `str` for data that is no JSON. end: data that ends them.

    whole: where the type is that of a whole event with data, event, id and retry: "json" or "text", what its data is.
    """
    typed = Typed(type)

    def opened(answer: Opened, reading: Reading) -> Flow[Any]:
        def read(frame: Frame, count: int) -> Any:
            what = f"event {count}"
            if whole:
                return _whole(typed, frame, whole == "json", answer, reading, what)
            data = frame.data or b""
            return data.decode("utf-8", "replace") if typed.type is str else _value(typed, data, answer, reading, what)

        return Flow(answer, "event", Events if typed.type is str or whole else _JsonEvents, read, end)

    return _streaming(opened, _EVENTS, lambda media: media == _EVENTS or media in _UNNAMED, "events", {whole: typed})


class _JsonEvents(Events):
    """Events whose data is JSON: one that holds nothing says nothing."""

    def feed(self, chunk: bytes) -> list[Frame]:
        return [each if each.data else Frame(None, each.event, each.id, each.retry) for each in super().feed(chunk)]


def lines(type: Any, accept: str = "application/jsonl") -> Decoder[Any]:
    """Read JSON values, one a line. accept: their media type."""
    typed = Typed(type)
    parser: Callable[[], Parser] = Records if "json-seq" in accept else Lines

    def opened(answer: Opened, reading: Reading) -> Flow[Any]:
        def read(frame: Frame, count: int) -> Any:
            return _value(typed, frame.data or b"", answer, reading, f"line {count}")

        return Flow(answer, "line", parser, read)

    return _streaming(opened, accept, lambda media: media not in _NO_LINES, "lines", {"": typed})


def opened(decoder: Decoder[Any]) -> Decoder[Any]:
    """Leave the body of a success open, whatever it is; ask for what a decoder asks for."""

    def read(answer: Answer, reading: Reading) -> Flow[bytes]:
        assert isinstance(answer, Opened)
        return Flow(answer, "chunk", Chunks, lambda frame, count: frame.data or b"")

    inner = decoder.kind, decoder.parts
    return Decoder(read, decoder.accept, decoder.statuses, *inner, keeps=lambda status, headers: True)


def _streaming(
    opened: Callable[[Opened, Reading], Flow[Any]],
    accept: str,
    fits: Callable[[str], bool],
    kind: str,
    parts: Mapping[str, Any],
) -> Decoder[Any]:
    what = "stream of JSON lines" if kind == "lines" else "stream of events"

    def read(answer: Answer, reading: Reading) -> Any:
        if isinstance(answer, Opened):
            return opened(answer, reading)
        raise failure(
            f"the answer is not the {what} that was expected ({media_of(answer.headers) or 'no content type'})",
            answer,
            reading,
        )

    def keeps(status: int, headers: Mapping[str, str]) -> bool:
        return fits(media_of(headers))

    return Decoder(read, accept, kind=kind, parts=parts, keeps=keeps, streams=True)


def _value(typed: Typed, data: bytes, answer: Answer, reading: Reading, what: str) -> Any:
    return read_typed(typed, Answer(answer.status, answer.headers, data, answer.url), reading, what)


def _whole(typed: Typed, frame: Frame, is_json: bool, answer: Answer, reading: Reading, what: str) -> Any:
    """Read a whole event. Its data is JSON where that fits the type, else text; an event without a name is "message"
    where the type demands one (WHATWG HTML, 9.2.6)."""
    data = frame.data or b""
    said = {"event": frame.event or None, "id": frame.id, "retry": frame.retry}
    known = {name: to_json(value) for name, value in said.items() if value is not None}
    ways = [data] if is_json and _is_json(data) else []
    texts = [{"data": each, **known} for each in (*ways, to_json(data.decode("utf-8", "replace")))]
    texts += [{"event": b'"message"', **each} for each in texts if not frame.event]
    for text in map(_object, texts):
        value, mismatches = typed.read(text)
        if not mismatches:
            report(value, mismatches, answer, reading)
            return value
    return _value(typed, _object(texts[0]), answer, reading, what)


def _object(members: Mapping[str, bytes]) -> bytes:
    return b"{" + b",".join(b'"%s":%s' % (name.encode(), value) for name, value in members.items()) + b"}"


def _is_json(text: bytes) -> bool:
    try:
        from_json(text, allow_inf_nan=False)
    except ValueError:
        return False
    return True
