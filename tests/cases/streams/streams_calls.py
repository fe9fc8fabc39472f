"""Streams: events, lines and files, read while they come and sent while they are made."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from runtime.server import Received, answer

EVENTS = {"Content-Type": "text/event-stream; charset=utf-8"}


def events(text: str | bytes, **headers: str) -> bytes:
    return answer(200, text, {**EVENTS, **headers})


def in_pieces(head: str, *pieces: bytes) -> Callable[[Received], None]:
    """Answer in chunks, each in a packet of its own. An empty one is the last; without it the answer breaks off."""

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(f"HTTP/1.1 200 ok\r\nTransfer-Encoding: chunked\r\n{head}\r\n\r\n".encode())
        for each in pieces:
            request.socket.sendall(b"%x\r\n%s\r\n" % (len(each), each))

    return reply


def check_whole_or_as_events(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {"text": "hi"}))
    assert caller.call("chat", "create", body=models.Ask(text="?")) == models.Said(text="hi")
    (request,) = caller.server.requests
    assert (request.header("accept"), json.loads(request.body)) == ("application/json", {"text": "?"})

    for body in (models.Ask(text="?"), models.Ask(text="?", stream=False), {"text": "?"}):
        lines = ['data: {"delta": "h"}', 'data: {"delta": "i"}', "data: [DONE]", 'data: {"delta": "x"}', ""]
        caller.script(events("\n\n".join(lines)))
        found = caller.stream("chat", "create", "iter", body=body, stream=True)
        assert found == [models.Piece(delta="h"), models.Piece(delta="i")]
        (request,) = caller.server.requests
        assert (request.header("accept"), json.loads(request.body)) == (
            "text/event-stream",
            {"text": "?", "stream": True},
        )


def check_the_flag_is_given_to_the_method(caller: Any) -> None:
    caller.script(events(""))
    for body in (caller.models.Ask(text="?", stream=True), {"text": "?", "stream": True}):
        with pytest.raises(caller.package.InvalidArgument, match="stream=True"):
            caller.call("chat", "create", body=body)
    assert caller.server.requests == []


def check_another_answer_than_asked_for_is_an_error(caller: Any) -> None:
    caller.script(answer(200, {"text": "hi"}))
    with pytest.raises(caller.package.DecodeError, match=r"not the stream of events .*application/json"):
        caller.stream("chat", "create", "iter", body={"text": "?"}, stream=True)
    caller.script(events('data: {"delta": "h"}\n\n'))
    with pytest.raises(caller.package.DecodeError, match="not the JSON"):
        caller.call("chat", "create", body={"text": "?"})


def check_whole_events(caller: Any) -> None:
    models = caller.models
    text = """\ufeff: a comment
event: added
id: 1
data: {"delta":
data:  "é"}

retry: 10
id: 2

event: note\rdata: "so"\r\rid: 3\r
data: 7
event: note

data: over

"""
    caller.script(events(text))
    found = caller.stream("feed", "get", "events", stream=True)
    assert [type(each.data).__name__ for each in found] == ["Added", "Note", "Note"]
    assert [each.event for each in found] == ["added", "note", "note"]
    assert [each.id for each in found] == ["1", "2", "3"]
    assert found[0].data == models.Added(event="added", id="1", data=models.Piece(delta="é"))
    assert found[2].data == models.Note.model_validate({"event": "note", "data": "7", "id": "3"})
    assert caller.targets() == ["GET /feed?stream=true"]
    caller.script(answer(200, ["a"]))
    assert caller.call("feed", "get") == ["a"]
    assert caller.targets() == ["GET /feed"]


def check_however_the_bytes_are_cut(caller: Any) -> None:
    content = "data: é\r\ndata: ü\r\n\r\nid: 1\rdata\r\r: c\n\ndata:x\n\ndata: not whole".encode()
    for size in (1, 2, 3, 5, len(content)):
        pieces = [content[at : at + size] for at in range(0, len(content), size)]
        caller.script(in_pieces("Content-Type: text/event-stream", *pieces, b""))
        assert caller.stream("ticks", "list", "iter") == ["é\nü", "", "x"]


def check_compressed(caller: Any) -> None:
    caller.script(events(gzip.compress(b"data: a\n\n") + gzip.compress(b"data: b\n\n"), **{"Content-Encoding": "gzip"}))
    assert caller.stream("ticks", "list", "iter") == ["a", "b"]
    caller.script(events(gzip.compress(b"data: a\n\n")[:-9], **{"Content-Encoding": "gzip"}))
    with pytest.raises(caller.package.ConnectionFailed, match="breaks off"):
        caller.stream("ticks", "list", "iter")


def check_it_breaks_off(caller: Any) -> None:
    caller.script(in_pieces("Content-Type: text/event-stream", b"data: a\n\ndata: b\n\n"))
    with pytest.raises(
        caller.package.ConnectionFailed, match="GET /ticks: the body breaks off after 2 events"
    ) as caught:
        caller.stream("ticks", "list", "iter")
    assert caught.value.may_have_run


def check_it_is_opened_again_where_that_is_asked_for(caller: Any) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    options = {"reconnect": 2, "seams": caller.seams(sleep=slept.append, async_sleep=sleep)}
    caller.script(
        in_pieces("Content-Type: text/event-stream", b"retry: 20\nid: 7\ndata: a\n\nid: 8\0\n\n"),
        events("data: b\n\n"),
        answer(503),
        events("data: c\n\n"),
        answer(204),
    )
    assert caller.stream("ticks", "list", "iter", credentials=options) == ["a", "b", "c"]
    assert [each.header("last-event-id") for each in caller.server.requests] == [None, "7", "7", "7", "7"]
    assert [each for each in slept if each] == [0.02] * 3
    caller.script(events("data: a\n\n"), answer(404, {"text": "gone"}))
    with pytest.raises(caller.package.NotFound):
        caller.stream("ticks", "list", "iter", credentials=options)


def check_a_timeout_between_events(caller: Any) -> None:
    begin = in_pieces("Content-Type: text/event-stream", b"data: a\n\n")

    def silent(request: Received) -> None:
        begin(request)
        assert request.socket is not None
        request.socket.settimeout(5)
        request.socket.recv(1)

    caller.script(silent)
    with pytest.raises(caller.package.TimedOut, match="nothing came in time after 1 event"):
        caller.stream(
            "ticks", "list", "iter", credentials={"timeout": caller.package.Timeouts(idle=0.2), "deadline": 5}
        )


def check_lines(caller: Any) -> None:
    models = caller.models
    pieces = [models.Piece(delta="a"), models.Piece(delta="b\n")]
    caller.script(answer(200, b'{"delta": "a"}\r\n\n{"delta": "b\\n"}', media="application/x-ndjson"))
    assert caller.stream("rows", "list", "iter") == pieces
    caller.script(answer(200, b'{"delta": "a"}\n{"delta": \n', media="application/x-ndjson"))
    with pytest.raises(caller.package.DecodeError, match="line 2 is not the JSON"):
        caller.stream("rows", "list", "iter")
    texts = (b'\x1e{"delta"', b':\n "a"}\n', b'\x1e{"delta": "b\\n"}\n', b"")
    caller.script(in_pieces("Content-Type: application/json-seq", *texts))
    assert caller.stream("rows", "replace", "iter") == pieces


def check_lines_are_sent(caller: Any) -> None:
    models = caller.models
    pieces = [models.Piece(delta="a"), {"delta": "b"}]
    for body in (pieces, tuple(pieces), iter(pieces), later(pieces) if caller.is_async else (each for each in pieces)):
        caller.script(answer(204))
        caller.call("rows", "write", body=body)
        (request,) = caller.server.requests
        assert request.header("content-type") == "application/jsonl"
        assert request.body == b'{"delta":"a"}\n{"delta":"b"}\n'
    caller.script(answer(200, b"", media="application/json-seq"))
    assert caller.stream("rows", "replace", "iter", body=[1, None]) == []
    assert caller.server.requests[0].body == b"\x1e1\n\x1enull\n"
    with pytest.raises(caller.package.InvalidArgument, match="not from Piece"):
        caller.call("rows", "write", body=models.Piece(delta="a"))


async def later(values: list[Any]) -> AsyncIterator[Any]:
    for each in values:
        yield each


def check_files(caller: Any) -> None:
    content = bytes(range(256)) * 1000
    with TemporaryDirectory() as folder:
        path = Path(folder) / "got.bin"
        caller.script(answer(200, gzip.compress(content), {"Content-Encoding": "gzip", "Content-Type": "a/b"}))
        assert caller.stream("files.with_streaming_response", "download", "to_file", path, id="1") == len(content)
        assert path.read_bytes() == content
        caller.script(answer(200, content[:-1], {"Content-Length": str(len(content)), "Connection": "close"}))
        with pytest.raises(caller.package.ConnectionFailed, match="breaks off"):
            caller.stream("files.with_streaming_response", "download", "to_file", path, id="1")
        assert [each.name for each in Path(folder).iterdir()] == ["got.bin"]
        assert path.read_bytes() == content
    caller.script(answer(200, content))
    assert b"".join(caller.stream("files.with_streaming_response", "download", "iter", id="1")) == content
    caller.script(answer(200, content))
    assert caller.stream("files.with_streaming_response", "download", "read", id="1") == content
    caller.script(answer(404, {"text": "none"}))
    with pytest.raises(caller.package.NotFound) as caught:
        caller.stream("files.with_streaming_response", "download", "read", id="1")
    assert caught.value.body == {"text": "none"}
