"""Streams of events and of lines: what each event holds is typed where the document says it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ..play import Play
from ..values import same
from .registry import plays

_SSE = "Streaming_Sse_"


@plays(f"{_SSE}Unnamed_receive")
def _unnamed(play: Play) -> None:
    events = play.take(3, "GET", play.first.uri)
    same([each.data.data.desc for each in events], ["one", "two", "three"])


_NAMED: dict[str, list[dict[str, Any]]] = {
    "Named_receive": [
        {"event": "responseCreated", "data": {"id": "resp_1"}},
        {"event": "responseDelta", "data": {"delta": "Hello"}},
        {"event": "responseDelta", "data": {"delta": " world"}},
    ],
    "Retrieve_stream": [
        {"event": "partialResult", "data": {"text": "partial one"}},
        {"event": "partialResult", "data": {"text": "partial two"}},
        {"event": "finalResult", "data": {"references": ["doc1", "doc2"]}},
    ],
    "Protocol_Data_withEnvelope": [{"event": "withEnvelope", "data": "hello"}],
    "Protocol_Data_withoutEnvelope": [
        {"event": "withoutEnvelope", "data": {"metadata": {"source": "test"}, "contents": "world"}}
    ],
}


@plays(*(_SSE + name for name in _NAMED))
def _named(play: Play) -> None:
    """Each event is a model, told apart by its name; reading goes on to the end of the stream."""
    wanted = _NAMED[play.scenario.name.removeprefix(_SSE)]
    named: dict[str, Any] = {}
    if play.first.method == "POST":
        named["body"] = play.models.RetrieveRetrievalRequest(query="what is typespec?")
    events = play.take(9, play.first.method, play.first.uri, **named)
    same([each.data.model_dump(mode="json", exclude_unset=True) for each in events], wanted)
    assert not any(isinstance(each.data.data, dict) for each in events), "the data is not typed"


_PROTOCOL: dict[str, Callable[[Any], Any]] = {
    "id": lambda event: event.id == "event-1",
    "invalidId": lambda event: event.id == "",
    "retry": lambda event: event.retry == 1000,
    "invalidRetry": lambda event: event.retry is None,
}


@plays(*(f"{_SSE}Protocol_{name}" for name in _PROTOCOL))
def _protocol(play: Play) -> None:
    (event,) = play.take(1, "GET", play.first.uri)
    same(event.data.data.message, "hello")
    assert _PROTOCOL[play.scenario.name.rpartition("_")[2]](event), repr(event)


@plays(f"{_SSE}Protocol_reconnect")
def _reconnect(play: Play) -> None:
    async def at_once(seconds: float) -> None:
        pass

    def now(seconds: float) -> None:
        pass

    seams = import_module(f"{play.package.api.package}._runtime.seams").Seams(sleep=now, async_sleep=at_once)
    options = {"reconnect": 1, "seams": seams}
    events = play.take(2, "GET", play.first.uri, options)
    same([(each.id, each.data.data.message) for each in events], [("event-1", "hello"), ("event-2", "world")])


@plays("Streaming_Jsonl_Basic_receive")
def _lines(play: Play) -> None:
    events = play.take(3, "GET", play.first.uri)
    same([each.data.desc for each in events], ["one", "two", "three"])


@plays("Streaming_Jsonl_Basic_send")
def _send_lines(play: Play) -> None:
    play.call("POST", play.first.uri, body=[play.models.BasicInfo(desc=each) for each in ("one", "two", "three")])
