"""Bodies on the wire: JSON, forms, multipart, files, text, streams."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from operator import attrgetter
from typing import Any
from urllib.parse import parse_qsl

import pytest

from .caller import Caller
from .multipart import parts
from .server import Received, Server, answer, json_of


def sent(caller: Caller, operation: str, *body: Any) -> Received:
    """Send a body, or none."""
    named = {"body": body[0]} if body else {}
    with Server([answer(204)]) as server:
        caller.run(server.url, lambda client: attrgetter(operation)(client.bodies)(**named))
    return server.requests[0]


def test_json(caller: Caller) -> None:
    received = sent(caller, "send_thing", caller.api.models.Sent(name="ü", tags=None))
    assert json_of(received) == {"name": "ü", "tags": None}
    assert received.header("Content-Type") == "application/json" and received.header("Transfer-Encoding") is None
    assert received.header("Content-Length") == str(len(received.body))


@pytest.mark.parametrize("operation", ["send_json", "send_any_form", "parts.send", "send_text"])
def test_no_body(caller: Caller, operation: str) -> None:
    for received in (sent(caller, operation), sent(caller, operation, caller.api.OMIT)):
        assert received.body == b"" and received.header("Content-Type") is None
        assert received.header("Content-Length") == "0"


def test_null_and_other_json(caller: Caller) -> None:
    assert sent(caller, "send_json", None).body == b"null"
    assert sent(caller, "send_patch", [1]).header("Content-Type") == "application/merge-patch+json"


def test_a_form(caller: Caller) -> None:
    model = caller.api.models.Sent(name="a b&c=ü+", tags=["x", "y"], inner={"k": 1})
    received = sent(caller, "send_form", model)
    assert received.header("Content-Type") == "application/x-www-form-urlencoded"
    pairs = parse_qsl(received.body.decode(), keep_blank_values=True)
    assert pairs == [("name", "a b&c=ü+"), ("tags", "x"), ("tags", "y"), ("inner", '{"k":1}')]


def test_a_form_with_encodings(caller: Caller) -> None:
    model = caller.api.models.Sent(name="n", tags=["x", "y"], inner={"k": 1}, note="n", list=None)
    assert sent(caller, "send_encoded", model).body == b"name=n&tags=x,y&inner[k]=1&note=%22n%22"


@pytest.mark.parametrize("operation", ["send_any_form", "parts.send"])
def test_a_form_is_made_from_an_object(caller: Caller, operation: str) -> None:
    with Server([answer(204)]) as server, pytest.raises(caller.api.InvalidArgument):
        caller.run(server.url, lambda client: attrgetter(operation)(client.bodies)(body=[1]))
    assert server.connections == 0


def test_multipart(caller: Caller) -> None:
    values = {
        "name": "ü",
        "count": 5,
        "inner": {"k": [1]},
        "tags": ["x", "y"],
        "raw": b"\x00\r\n--",
        "open": io.BytesIO(b"open"),
        "file": caller.api.File(b"data", name='a"b.txt', media="text/plain"),
        "none": None,
    }
    received = sent(caller, "parts.send", values)
    assert parts(received) == [
        ("name", None, None, "ü".encode()),
        ("count", None, None, b"5"),
        ("inner", None, "application/json", b'{"k":[1]}'),
        ("tags", None, None, b"x"),
        ("tags", None, None, b"y"),
        ("raw", "file", "application/octet-stream", b"\x00\r\n--"),
        ("open", "file", "application/octet-stream", b"open"),
        ("file", "a%22b.txt", "text/plain", b"data"),
    ]
    assert received.header("Content-Length") == str(len(received.body))


def test_multipart_from_a_model_and_with_encodings(caller: Caller) -> None:
    models = caller.api.models
    model = models.Files(name="n", all=[b"{}", b"[]"], f=b"f", part=models.Part(a=1))
    assert parts(sent(caller, "parts.update", model)) == [
        ("f", "file", "application/octet-stream", b"f"),
        ("all", "file", "application/json", b"{}"),
        ("all", "file", "application/json", b"[]"),
        ("name", None, None, b"n"),
        ("part", None, "application/json", b'{"a":1}'),
    ]


@pytest.mark.promise(12)
def test_names_of_parts_and_files_cannot_break_out(caller: Caller) -> None:
    file = caller.api.File
    received = sent(caller, "parts.send", {'a"\r\nX-Evil: 1': file(b"x", name='b"\r\nX-Evil: 2')})
    assert b"\r\nX-Evil" not in received.body
    with pytest.raises(caller.api.InvalidArgument):
        sent(caller, "parts.send", {"a": file(b"x", name="b", media="text/plain\r\nX-Evil: 3")})


MADE: list[Callable[[], Any]] = [
    lambda: "ü".encode(),
    lambda: bytearray("ü".encode()),
    lambda: io.BytesIO("ü".encode()),
]


@pytest.mark.parametrize("make", MADE, ids=["bytes", "bytearray", "file"])
def test_raw_bodies(caller: Caller, make: Callable[[], Any]) -> None:
    received = sent(caller, "binary.send", caller.api.File(make(), media="text/plain"))
    assert received.body == "ü".encode() and received.header("Content-Length") == "2"
    assert received.header("Content-Type") == "text/plain" and received.header("Host")


def test_text(caller: Caller) -> None:
    received = sent(caller, "send_text", "ü")
    assert received.body == "ü".encode() and received.header("Content-Type") == "text/plain"


def test_an_iterable_is_streamed(caller: Caller) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    received = sent(caller, "binary.send", chunks())
    assert received.body == b"onetwo" and received.header("Transfer-Encoding") == "chunked"


async def later() -> AsyncIterator[bytes]:
    yield b"one"
    yield b"two"


def test_an_asynchronous_iterable_is_streamed(api: Any, backend: str) -> None:
    assert sent(Caller(api, backend), "binary.send", later()).body == b"onetwo"


def test_an_asynchronous_iterable_needs_the_asynchronous_client(sync: Caller) -> None:
    with pytest.raises(sync.api.InvalidArgument, match="asynchronous client"):
        sent(sync, "binary.send", later())


@pytest.mark.parametrize("value", [5, None, object()], ids=["number", "none", "object"])
def test_what_is_no_body_is_refused(caller: Caller, value: object) -> None:
    with pytest.raises(caller.api.InvalidArgument):
        sent(caller, "binary.send", value)
