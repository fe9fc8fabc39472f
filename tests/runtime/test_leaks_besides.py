"""No credential is shown where a client cannot be made, where nothing comes, where a token cannot be fetched, by what
functions of the user raise, by streams and pages that break, by calls that are cancelled (promise 10)."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest

from .caller import FLAVOURS, tls
from .leaks import ALL, CANARIES, FETCHED, SIGNED, everything, run, seen, spellings
from .library import http
from .server import Received, Scripted, Server, answer

pytestmark = pytest.mark.promise(10)

TOKEN = answer(200, {"token": FETCHED, "access_token": FETCHED, "seconds": 3600})
EVERY = "\n".join(ALL)
ECHO = spellings(EVERY)["percent"].decode()


def bad(**changes: Any) -> Callable[[Any, str], Any]:
    return lambda package, prefix: getattr(package, prefix + "LeaksClient")(
        **{"base_url": "http://x", **CANARIES, **changes}
    )


CONSTRUCTORS: dict[str, tuple[Callable[[Any, str], Any], str]] = {
    "unknown option": (bad(nothing=1), "InvalidArgument"),
    "credential under another name": (bad(api_key=CANARIES["token"]), "InvalidArgument"),
    "base_url that is none": (bad(base_url="nowhere"), "InvalidArgument"),
    "base_url with a query": (bad(base_url="http://x?a"), "InvalidArgument"),
    "client of the other kind": (bad(http_client=object()), "InvalidArgument"),
    "header that cannot be sent": (bad(headers={"X": CANARIES["token"] + "\n"}), "InvalidArgument"),
}


@pytest.mark.parametrize("prefix", ["", "Async"])
@pytest.mark.parametrize("name", CONSTRUCTORS)
def test_constructors(package: Any, name: str, prefix: str) -> None:
    make, kind = CONSTRUCTORS[name]
    with pytest.raises(package.Error) as caught:
        make(package, prefix)
    assert type(caught.value).__name__ == kind
    assert seen(everything(caught.value)) == []


def hold(request: Received) -> None:
    """Say nothing for a while."""
    time.sleep(1)


def raising(*arguments: Any) -> Any:
    raise LookupError("a function of the user")


def session(client: Any) -> Any:
    return client.calls.get_all()


def oauth(client: Any) -> Any:
    return client.calls.get_oauth()


def watch(client: Any) -> Any:
    return client.calls.watch()


def pages(client: Any) -> Any:
    return client.calls.list_pages()


def events(text: str) -> bytes:
    return answer(200, text, media="text/event-stream")


def following(**more: Any) -> bytes:
    """A page whose link to the next one repeats all that was sent."""
    return answer(200, {"next": f"/pages?a={ECHO}", **more})


def unfinished(media: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: 9999\r\nConnection: close\r\n\r\n"
    return head.encode() + body


@contextmanager
def deaf() -> Iterator[str]:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    yield url


Case = tuple[list[Scripted], Callable[[Any], Any], dict[str, Any], str]
TWO = 'data: {"count": 1, "by": {}}\n\ndata: ' + json.dumps({"count": "Ft", "by": {FETCHED: "x"}}) + "\n\n"
HUGE = '{"token": "' + FETCHED.replace('"', '\\"') + '", "access_token": "F", "seconds": 1' + "0" * 400 + "}"
CALLS: dict[str, Case] = {
    "signer raises": ([TOKEN], session, {"acme_hmac": raising}, "LookupError"),
    "signer returns a text": ([TOKEN], session, {"acme_hmac": lambda _: SIGNED}, "InvalidArgument"),
    "signer returns a line break": ([TOKEN], session, {"acme_hmac": lambda _: {"X": SIGNED + "\n"}}, "InvalidArgument"),
    "signer returns half a character": (
        [TOKEN],
        session,
        {"acme_hmac": lambda _: {"X": SIGNED + "\ud800"}},
        "InvalidArgument",
    ),
    "signer returns a wrong name": ([TOKEN], session, {"acme_hmac": lambda _: {"X\n": SIGNED}}, "InvalidArgument"),
    "credential raises": ([TOKEN], session, {"header": raising}, "LookupError"),
    "credential is bytes": ([TOKEN], session, {"header": lambda: CANARIES["header"].encode()}, "InvalidArgument"),
    "credential has a line break": ([TOKEN], session, {"header": CANARIES["header"] + "\n"}, "InvalidArgument"),
    "cookie has a semicolon": ([TOKEN], session, {"cookie": CANARIES["cookie"] + ";"}, "InvalidArgument"),
    "user name has a colon": ([TOKEN], session, {"username": CANARIES["username"] + ":"}, "InvalidArgument"),
    "credential is missing": ([TOKEN], session, {"cookie": None}, "MissingCredentials"),
    "credential is empty": ([TOKEN], session, {"cookie": ""}, "MissingCredentials"),
    "argument cannot be sent": ([TOKEN], lambda c: c.calls.get_all(x_note="a\nb"), {}, "InvalidArgument"),
    "body raises": ([TOKEN], lambda c: c.calls.update_all(body=(raising() for _ in "a")), {}, "InvalidArgument"),
    "hook raises": ([TOKEN, answer(200, {"count": EVERY})], session, {"on_mismatch": raising}, "LookupError"),
    "strict": (
        [TOKEN, answer(200, {"count": 1, "by": dict.fromkeys(ALL, EVERY)})],
        session,
        {"strict": True},
        "DecodeError",
    ),
    "deadline": ([TOKEN], session, {"deadline": 1e-9}, "TimedOut"),
    "deadline in a call": ([TOKEN, hold], session, {"deadline": 0.3}, "TimedOut"),
    "retries": ([TOKEN, answer(503, EVERY)], session, {}, "ServerError"),
    "token: 400": ([answer(400, {"error": "invalid_client", "error_description": EVERY})], oauth, {}, "BadRequest"),
    "token: 401": ([answer(401, EVERY)], session, {}, "Unauthorized"),
    "token: 500": ([answer(500, {"access_token": FETCHED, "refresh_token": FETCHED})], oauth, {}, "ServerError"),
    "token: 302": ([answer(302, EVERY, {"Location": "/x?a=" + FETCHED[:10]})], oauth, {}, "Redirected"),
    "token: none": ([answer(200, {"accessToken": FETCHED, "refresh_token": FETCHED})], oauth, {}, "DecodeError"),
    "token: no JSON": ([answer(200, EVERY)], session, {}, "DecodeError"),
    "token: of another type": ([answer(200, {"token": [FETCHED]})], session, {}, "DecodeError"),
    "token: line break": ([answer(200, {"token": FETCHED + "\n"})], session, {}, "InvalidArgument"),
    "token: long life": ([answer(200, HUGE), answer(404)], session, {}, "NotFound"),
    "token: cut": ([unfinished("text/json", FETCHED.encode())], oauth, {}, "DecodeError"),
    "token: wrong encoding": ([answer(200, FETCHED, {"Content-Encoding": "gzip"})], oauth, {}, "DecodeError"),
    "token: too large": ([answer(200, EVERY * 99)], oauth, {"max_response_bytes": 2000}, "AnswerTooLarge"),
    "token: hangs up": ([lambda _: None], oauth, {}, "ConnectionFailed"),
    "token: header": ([answer(400, "", {"X-Token": FETCHED.replace("ß", "")})], oauth, {}, "BadRequest"),
    "token: secret raises": ([TOKEN], oauth, {"client_secret": raising}, "LookupError"),
    "stream: no event": ([TOKEN, answer(200, EVERY, media="text/html")], watch, {}, "DecodeError"),
    "stream: no JSON": ([TOKEN, events(f"data: {FETCHED}\n\n")], watch, {}, "DecodeError"),
    "stream: strict": ([TOKEN, events(TWO)], watch, {"strict": True}, "DecodeError"),
    "stream: hook": ([TOKEN, events(TWO)], watch, {"on_mismatch": raising}, "LookupError"),
    "stream: breaks": (
        [TOKEN, unfinished("text/event-stream", b'data: {"count": 1}\n\ndata: Ft')],
        watch,
        {},
        "ConnectionFailed",
    ),
    "stream: 403": ([TOKEN, answer(403, EVERY)], watch, {}, "Forbidden"),
    "page: elsewhere": (
        [TOKEN, answer(200, {"next": f"http://other/?a={ECHO}"}, {"X-Request-Id": FETCHED})],
        pages,
        {},
        "DecodeError",
    ),
    "page: the next fails": ([TOKEN, following(), answer(404, EVERY)], pages, {}, "NotFound"),
    "page: too many": ([TOKEN, following()], pages, {"max_pages": 1}, "TooManyPages"),
    "free: 403": (
        [answer(403, " ".join(CANARIES.values()))],
        lambda c: c.request("GET", "/x", auth=(("bearer",),)),
        {},
        "Forbidden",
    ),
    "pickle": ([TOKEN], lambda c: pickle.dumps(c), {}, "TypeError"),
    "pickle of a transport": ([TOKEN], lambda c: pickle.dumps(c.calls), {}, "TypeError"),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", CALLS)
def test_calls(package: Any, name: str, flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answers, act, options, kind = CALLS[name]
    with Server(answers) as server:
        error = run(package, flavour, server.url, act, **options)
    assert type(error).__name__ == kind, error
    assert error is not None and seen(everything(error)) == []
    records = [each for each in caplog.records if not each.name.startswith("httpcore")]
    assert seen("\n".join(each.getMessage() + repr(vars(each)) for each in records)) == []


def raise_in_hook(flavour: str) -> Any:
    def now(response: Any) -> None:
        raise LookupError("a hook", response.request.headers.raw)

    async def later(response: Any) -> None:
        now(response)

    return {"event_hooks": {"response": [now if flavour == "sync" else later]}}


CONNECTIONS: dict[str, tuple[str, Callable[[str, str], dict[str, Any]], str]] = {
    "refused": ("http://127.0.0.1:{deaf}", lambda flavour, url: {}, "ConnectionFailed"),
    "no TLS": ("https://127.0.0.1:{port}", lambda flavour, url: {}, "ConnectionFailed"),
    "host that is none": ("http://a..b:{port}", lambda flavour, url: {}, "Exception"),
    "host of a long name": ("http://" + "a" * 70 + ":{port}", lambda flavour, url: {}, "Exception"),
    "proxy refuses": ("https://127.0.0.1:{port}", lambda flavour, url: {"proxy": url}, "ConnectionFailed"),
    "proxy refused": (
        "http://127.0.0.1:{port}",
        lambda flavour, url: {"proxy": "http://127.0.0.1:1"},
        "ConnectionFailed",
    ),
    "no connection free": (
        "http://127.0.0.1:{port}",
        lambda flavour, url: {"limits": http.Limits(max_connections=0)},
        "TimedOut",
    ),
    "hook of the library's client": (
        "http://127.0.0.1:{port}",
        lambda flavour, url: raise_in_hook(flavour),
        "ConnectionFailed",
    ),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", CONNECTIONS)
def test_connections(package: Any, name: str, flavour: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    url, settings, kind = CONNECTIONS[name]
    with Server([answer(407, EVERY)]) as server, deaf() as nobody:
        url = url.format(port=server.port, deaf=nobody.rpartition(":")[2])
        error = run(package, flavour, url, call_bearer, settings(flavour, server.url), retry=0, timeout=0.5)
    assert kind in [each.__name__ for each in type(error).__mro__], error
    assert error is not None and seen(everything(error)) == []
    assert seen("\n".join(each.getMessage() + repr(vars(each)) for each in caplog.records)) == []


def call_bearer(client: Any) -> Any:
    return client.calls.get_bearer()


def test_an_interrupt(package: Any) -> None:
    def interrupt(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        with Server([hold]) as server:
            signal.setitimer(signal.ITIMER_REAL, 0.3)
            error = run(package, "sync", server.url, call_bearer)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert isinstance(error, KeyboardInterrupt) and seen(everything(error)) == []
    assert server.requests and seen(server.requests[0].raw)


@pytest.mark.parametrize("operation", ["get_bearer", "watch"])
def test_a_call_that_asyncio_cancels(package: Any, operation: str) -> None:
    caught: list[BaseException] = []

    async def one(client: Any) -> None:
        try:
            await getattr(client.calls, operation)()
        except BaseException as error:
            caught.append(error)
            raise

    async def main(url: str) -> None:
        async with http.AsyncClient(verify=tls()) as connections:
            client = package.AsyncLeaksClient(base_url=url, http_client=connections, acme_hmac=lambda _: {}, **CANARIES)
            task = asyncio.create_task(one(client))
            await asyncio.sleep(0.3)
            task.cancel("enough")
            with pytest.raises(asyncio.CancelledError):
                await task

    with Server([hold]) as server:
        asyncio.run(main(server.url))
    assert isinstance(caught[0], asyncio.CancelledError) and seen(everything(caught[0])) == []
    assert seen(server.requests[0].raw)


def test_a_call_that_trio_cancels(package: Any) -> None:
    caught: list[BaseException] = []

    async def main(url: str) -> None:
        async with http.AsyncClient(verify=tls()) as connections:
            client = package.AsyncLeaksClient(base_url=url, http_client=connections, acme_hmac=lambda _: {}, **CANARIES)
            with anyio.move_on_after(0.3) as scope:
                try:
                    await client.calls.get_bearer()
                except BaseException as error:
                    caught.append(error)
                    raise
            assert scope.cancelled_caught

    with Server([hold]) as server:
        anyio.run(main, server.url, backend="trio")
    assert type(caught[0]).__name__ == "Cancelled" and seen(everything(caught[0])) == []
    assert seen(server.requests[0].raw)
