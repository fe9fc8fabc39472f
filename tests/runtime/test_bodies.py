"""Bodies on the wire: JSON, forms, multipart, files, text, streams."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest

from generator.runtime import (
    OMIT,
    Body,
    Encoding,
    File,
    InvalidArgument,
    Model,
    Request,
    form_body,
    json_body,
    multipart_body,
    raw_body,
)

from .calls import FLAVOURS, call
from .multipart import parts
from .server import Received, Server, answer, json_of


class Thing(Model):
    name: str
    tags: list[str] | None = None
    inner: dict[str, int] | None = None
    file: bytes | None = None


def sent(body: Body | None, flavour: str = "sync", method: str = "POST") -> Received:
    with Server([answer(200, {})]) as server:
        call(flavour, server.url, Request(method, "/x", body=body))
    return server.requests[0]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_json(flavour: str) -> None:
    received = sent(json_body(Thing(name="ü", tags=None)), flavour)
    assert json_of(received) == {"name": "ü", "tags": None}
    assert received.header("Content-Type") == "application/json" and received.header("Transfer-Encoding") is None
    assert received.header("Content-Length") == str(len(received.body))


def test_no_body_and_null() -> None:
    assert sent(json_body(OMIT)).body == b"" and sent(json_body(OMIT)).header("Content-Type") is None
    assert sent(json_body(OMIT)).header("Content-Length") == "0"
    assert sent(json_body(None)).body == b"null"
    assert sent(json_body([1], "application/merge-patch+json")).header("Content-Type") == "application/merge-patch+json"
    assert form_body(OMIT) is None and multipart_body(OMIT) is None and raw_body(OMIT, "a/b") is None


def test_a_form() -> None:
    received = sent(form_body(Thing(name="a b&c=ü+", tags=["x", "y"], inner={"k": 1})))
    assert received.header("Content-Type") == "application/x-www-form-urlencoded"
    pairs = parse_qsl(received.body.decode(), keep_blank_values=True)
    assert pairs == [("name", "a b&c=ü+"), ("tags", "x"), ("tags", "y"), ("inner", '{"k":1}')]


def test_a_form_with_encodings() -> None:
    encodings = {
        "tags": Encoding("form", explode=False),
        "inner": Encoding("deepObject"),
        "note": Encoding(content="application/json"),
    }
    body = form_body({"tags": ["x", "y"], "inner": {"k": 1}, "note": "n", "none": None, "omit": OMIT}, encodings)
    assert body is not None and body.content == b"tags=x,y&inner[k]=1&note=%22n%22"


def test_a_form_is_made_from_an_object() -> None:
    with pytest.raises(InvalidArgument):
        form_body([1])


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_multipart(flavour: str) -> None:
    values = {
        "name": "ü",
        "count": 5,
        "inner": {"k": [1]},
        "tags": ["x", "y"],
        "raw": b"\x00\r\n--",
        "open": io.BytesIO(b"open"),
        "file": File(b"data", 'a"b.txt', "text/plain"),
        "none": None,
    }
    received = sent(multipart_body(values), flavour)
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


def test_multipart_from_a_model_and_with_encodings() -> None:
    body = multipart_body(Thing(name="n", tags=["a"], file=b"f"), {"tags": Encoding(content="application/json")})
    assert parts(sent(body)) == [
        ("name", None, None, b"n"),
        ("tags", None, "application/json", b'["a"]'),
        ("file", "file", "application/octet-stream", b"f"),
    ]


def test_names_of_parts_and_files_cannot_break_out() -> None:
    received = sent(multipart_body({'a"\r\nX-Evil: 1': File(b"x", 'b"\r\nX-Evil: 2')}))
    assert b"\r\nX-Evil" not in received.body
    with pytest.raises(InvalidArgument):
        multipart_body({"a": File(b"x", "b", "text/plain\r\nX-Evil: 3")})


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("value", ["ü", "ü".encode(), bytearray("ü".encode()), io.BytesIO("ü".encode())])
def test_raw_bodies(flavour: str, value: Any) -> None:
    if hasattr(value, "seek"):
        value.seek(0)
    received = sent(raw_body(value, "text/plain"), flavour)
    assert received.body == "ü".encode() and received.header("Content-Length") == "2"
    assert received.header("Content-Type") == "text/plain" and received.header("Host")


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_iterable_is_streamed(flavour: str) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    received = sent(raw_body(chunks(), "text/plain"), flavour)
    assert received.body == b"onetwo" and received.header("Transfer-Encoding") == "chunked"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_asynchronous_iterable_is_streamed(backend: str) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    assert sent(raw_body(chunks(), "text/plain"), backend).body == b"onetwo"
    with pytest.raises(InvalidArgument, match="asynchronous client"):
        sent(raw_body(chunks(), "text/plain"), "sync")


def test_what_is_no_body_is_refused() -> None:
    for value in (5, None, object()):
        with pytest.raises(InvalidArgument):
            raw_body(value, "text/plain")
    assert "secret" not in repr(raw_body("secret", "text/plain"))
