"""What a caller gets wrong is an InvalidArgument that says what is allowed, and nothing is sent; what is odd but can be
written arrives as it was given (promises 7, 11, 12 and 13)."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest

from .caller import Caller, Work
from .server import Received, Server, answer

LONE = "a\ud800b"
OK = answer(200, {})

PLACES: dict[str, Callable[[str], Work]] = {
    "path": lambda bad: lambda client: client.calls.get_thing(bad),
    "query": lambda bad: lambda client: client.calls.get_thing("1", q=bad),
    "query of a call": lambda bad: lambda client: client.calls.list_things(options={"query": {"q": bad}}),
    "name in the query": lambda bad: lambda client: client.calls.list_things(options={"query": {bad: "1"}}),
    "header": lambda bad: lambda client: client.calls.get_thing("1", x_own=bad),
    "header of a call": lambda bad: lambda client: client.calls.list_things(options={"headers": {"X-A": bad}}),
    "name of a header": lambda bad: lambda client: client.calls.list_things(options={"headers": {bad: "1"}}),
    "cookie": lambda bad: lambda client: client.calls.get_thing("1", own=bad),
    "JSON": lambda bad: lambda client: client.bodies.send_json(body={"a": [bad]}),
    "name in JSON": lambda bad: lambda client: client.bodies.send_json(body={bad: 1}),
    "form": lambda bad: lambda client: client.bodies.send_any_form(body={"a": bad}),
    "name in a form": lambda bad: lambda client: client.bodies.send_any_form(body={bad: "1"}),
    "part": lambda bad: lambda client: client.bodies.parts.send(body={"a": bad}),
    "name of a part": lambda bad: lambda client: client.bodies.parts.send(body={bad: "1"}),
    "name of a part with a file": lambda bad: lambda client: client.bodies.parts.send(body={bad: io.BytesIO(b"1")}),
    "text": lambda bad: lambda client: client.bodies.send_text(body=bad),
    "method": lambda bad: lambda client: client.request(bad, "/x", auth=()),
    "free path": lambda bad: lambda client: client.request("GET", f"/{bad}", auth=()),
    "free JSON": lambda bad: lambda client: client.request("POST", "/x", json={"a": bad}, auth=()),
}
"""Where text goes -> a call with it there."""
ARRIVING: dict[str, Callable[[Received], object]] = {
    "path": lambda request: unquote(request.target.rpartition("/")[2]),
    "query": lambda request: dict(parse_qsl(request.target.partition("?")[2]))["q"],
    "query of a call": lambda request: dict(parse_qsl(request.target.partition("?")[2]))["q"],
    "name in the query": lambda request: parse_qsl(request.target.partition("?")[2])[0][0],
    "cookie": lambda request: unquote(str(request.header("cookie")).partition("=")[2]),
    "JSON": lambda request: json.loads(request.body)["a"][0],
    "name in JSON": lambda request: next(iter(json.loads(request.body))),
    "form": lambda request: parse_qsl(request.body.decode())[0][1],
    "name in a form": lambda request: parse_qsl(request.body.decode())[0][0],
    "part": lambda request: request.body.decode().partition("\r\n\r\n")[2].rpartition("\r\n--")[0],
    "name of a part": lambda request: unquote(request.body.decode().split('name="')[1].partition('"')[0]),
    "name of a part with a file": lambda request: unquote(request.body.decode().split('name="')[1].partition('"')[0]),
    "text": lambda request: request.body.decode(),
    "free path": lambda request: unquote(request.target[1:]),
    "free JSON": lambda request: json.loads(request.body)["a"],
}
"""Where text goes that may hold any character -> what came of it."""


def refused(caller: Caller, work: Work, says: str, **options: Any) -> None:
    """Make a call that has to be refused before anything is sent."""
    with Server([OK]) as server, pytest.raises(caller.api.InvalidArgument, match=says) as caught:
        caller.run(server.url, work, **options)
    assert server.requests == [] and server.connections == 0
    assert "canary" not in str(caught.value)


@pytest.mark.promise(11, 12, 13)
@pytest.mark.parametrize("place", PLACES)
def test_a_lone_surrogate_is_refused_everywhere(caller: Caller, place: str) -> None:
    says = "surrogate|no JSON form|is not an HTTP method|not a header|name of a header"
    refused(caller, PLACES[place](LONE), says)


@pytest.mark.promise(11, 12, 13)
@pytest.mark.parametrize("text", ["a\0b", "a\nb", "a\r\nb: c", "\x7f"], ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_a_control_character_arrives_or_is_refused(caller: Caller, place: str, text: str) -> None:
    if place not in ARRIVING:
        refused(caller, PLACES[place](text), "control character|is not an HTTP method|not a header|name of a header")
        return
    with Server([OK]) as server:
        caller.run(server.url, PLACES[place](text))
    (request,) = server.requests
    assert ARRIVING[place](request) == text


async def chunks(*parts: Any) -> AsyncIterator[Any]:
    for each in parts:
        yield each


def closed() -> io.BytesIO:
    file = io.BytesIO(b"1")
    file.close()
    return file


class Strange:
    """A file whose `read` returns, or raises, what is given."""

    def __init__(self, found: object) -> None:
        self.found = found

    def read(self, size: int = -1) -> object:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "number": (lambda folder: 5, "a file is made from bytes"),
    "object": (lambda folder: object(), "a file is made from bytes"),
    "text": (lambda folder: io.StringIO("1"), "opened in binary mode"),
    "closed": (lambda folder: closed(), "is closed"),
    "missing": (lambda folder: folder / "none", "cannot be sent: No such file"),
    "folder": (lambda folder: folder, "is a folder"),
    "NUL in its path": (lambda folder: Path("a\0b"), "no file can have this name"),
    "surrogate in its path": (lambda folder: Path(LONE), "no file can have this name"),
    "reads numbers": (lambda folder: Strange(5), "consists of bytes, not of int"),
    "does not read": (lambda folder: Strange(RuntimeError("1")), "not open for reading"),
    "iterator of text": (lambda folder: iter(["1"]), "consists of bytes, not of str"),
    "asynchronous iterator of text": (
        lambda folder: chunks("1"),
        "consists of bytes, not of str|needs the asynchronous client",
    ),
}
"""What is no file -> how it is made in a folder, and what is said."""


@pytest.mark.promise(7)
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_file(caller: Caller, name: str, tmp_path: Path) -> None:
    make, says = FILES[name]
    with Server([OK]) as server, pytest.raises(caller.api.InvalidArgument, match=says):
        caller.run(server.url, lambda client: client.bodies.binary.send(body=make(tmp_path)), retry=0)
    assert server.requests == []
    if name in ("text", "closed", "missing", "folder", "NUL in its path", "surrogate in its path"):
        refused(caller, lambda client: client.bodies.parts.send(body={"a": make(tmp_path)}), says)


OPTIONS: list[tuple[Any, str]] = [
    *(({"timeout": each}, "timeout has to be a number of seconds") for each in ("5", 0, -1, float("nan"), True)),
    *(({"deadline": each}, "deadline has to be a number of seconds") for each in ("5", 0, -1, True)),
    *(({"retry": each}, "retry has to be a whole number") for each in ("2", -1, 1.5, True)),
    *(({"headers": each}, "headers has to be a mapping") for each in (5, ["canary"], {"X-A": 5}, {5: "canary"})),
    *(({"max_response_bytes": each}, "has to be a whole number") for each in ("5", 0, -1)),
    ({"query": 5}, "query has to be a mapping"),
    ({"idempotency_key": 5}, "idempotency_key has to be text"),
    ({"on_request": 5}, "on_request has to be a function"),
    ({"naive_datetimes": "canary"}, "one of 'refuse', 'utc', 'keep'"),
    ({"nothing": 1}, "unknown options: 'nothing'. Allowed here: deadline"),
]
_CALLS_ALONE = ("query", "idempotency_key")


@pytest.mark.promise(25)
@pytest.mark.parametrize(("options", "says"), OPTIONS, ids=str)
def test_options_of_a_wrong_kind(caller: Caller, options: dict[str, object], says: str) -> None:
    refused(caller, lambda client: client.calls.list_things(options=options), says)
    if not options.keys() & {*_CALLS_ALONE, "nothing"}:
        with pytest.raises(caller.api.InvalidArgument, match=says):
            caller.client("http://127.0.0.1:9", **options)


@pytest.mark.promise(25)
@pytest.mark.parametrize("method", ["", "G T", "GÉT", 5, None, b"GET"], ids=ascii)
def test_what_is_no_method(caller: Caller, method: Any) -> None:
    refused(caller, lambda client: client.request(method, "/x", auth=()), "is not an HTTP method")


@pytest.mark.promise(25)
@pytest.mark.parametrize("path", ["", "x", "//x", "http://canary/", 5, None], ids=ascii)
def test_what_is_no_path(caller: Caller, path: Any) -> None:
    refused(caller, lambda client: client.request("GET", path, auth=()), "has to begin with one slash")


@pytest.mark.promise(25)
@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://",
            "//x",
            "x",
            "ftp://x",
            "ht tp://x",
            "http://[::1",
            "http://x:port",
            "http://x:99999",
            "http://x:0",
        ),
        *("http://user:canary@x", "http://x?a=canary", "http://x#canary", 5, b"http://x", {"/": 5}, ["http://x"]),
    ],
    ids=ascii,
)
def test_what_is_no_base_url(caller: Caller, url: Any) -> None:
    with pytest.raises(caller.api.InvalidArgument, match="base_url") as caught:
        caller.client(url)
    assert "canary" not in str(caught.value)


@pytest.mark.promise(25)
@pytest.mark.parametrize(
    "host",
    ["exa mple", f"{'a' * 70}.test", "a..b", ".", "%zz", "xn--a", LONE, "x\ny", "x\0", "\u2603", "\xad"],
    ids=ascii,
)
def test_a_host_that_cannot_be(caller: Caller, host: str) -> None:
    kinds = (caller.api.InvalidArgument, caller.api.ConnectionFailed)
    with pytest.raises(kinds) as caught:
        caller.run(f"http://{host}:9", lambda client: client.calls.list_things(), retry=0, deadline=5)
    assert isinstance(caught.value, caller.api.InvalidArgument) or not caught.value.may_have_run
