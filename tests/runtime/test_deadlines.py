"""A deadline holds over a whole call, wherever it hangs: no test here waits for a time limit of a single step."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest

from .caller import Caller, tls
from .server import Received, Server, answer, drip, endless, full_queue, never, slow_reader

OK = answer(200, {"id": "1"})
DEADLINE = 0.4
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
INTERIM = b"HTTP/1.1 102 Processing\r\n\r\n"
FOREVER = 10**12
OWN: dict[str, Any] = {"http_client": None, "verify": tls()}
"""The client makes its connections, as it does where nobody gives it any."""
excess: list[float] = []
"""Seconds by which each call here went on after its deadline; what pytest prints in the end tells of the most."""


def get(client: Any) -> Any:
    return client.calls.list_things()


@contextmanager
def in_time(caller: Caller, deadline: float = DEADLINE) -> Iterator[pytest.ExceptionInfo[Any]]:
    """Expect that a call is given up at its deadline."""
    begun = time.monotonic()
    with pytest.raises(caller.api.TimedOut, match=r"in time|deadline") as caught:
        yield caught
    late = time.monotonic() - begun - deadline
    excess.append(late)
    assert -0.2 < late < 0.5


ANSWERS = {
    "silence": never,
    "status line": drip(b"HTTP/1.1 200 ", b"O" * 1000),
    "a header": drip(HEAD + b"X-A: ", b"a" * 1000),
    "header lines": drip(HEAD, b"X-A: a\r\n" * 1000),
    "interim answers": drip(b"", INTERIM * 1000, pieces=1000),
    "a flood of interim answers": endless(b"", INTERIM, most=FOREVER),
    "body": drip(HEAD + b"Content-Length: 1000\r\n\r\n", b"1" * 1000),
    "body without a length": drip(HEAD + b"\r\n", b"1" * 1000),
    "chunk extension": drip(CHUNKED + b"5;", b"x" * 1000),
    "trailers": drip(CHUNKED + b"2\r\n{}\r\n0\r\nX-A: ", b"a" * 1000),
}


@pytest.mark.promise(5)
@pytest.mark.parametrize("part", ANSWERS)
def test_an_answer_that_drips(caller: Caller, part: str) -> None:
    """Each byte comes before the read timeout, and the whole never."""
    with Server([ANSWERS[part]]) as server, in_time(caller) as caught:
        caller.run(server.url, get, deadline=DEADLINE, retry=0, **OWN)
    assert (caught.value.may_have_run, caught.value.tries) == (True, 1)


@pytest.mark.promise(5)
@pytest.mark.parametrize("part", ["silence", "status line", "body"])
def test_an_http_client_that_is_given(caller: Caller, part: str) -> None:
    with Server([ANSWERS[part]]) as server, in_time(caller):
        caller.run(server.url, get, deadline=DEADLINE, retry=0)


@pytest.mark.promise(5)
def test_an_upload_that_is_read_slowly(caller: Caller) -> None:
    body = (bytes(10_000) for _ in range(3000))
    with slow_reader(pieces=30) as url, in_time(caller):
        caller.run(url, lambda client: client.bodies.binary.send(body=body), deadline=DEADLINE, retry=0, **OWN)


@pytest.mark.promise(5)
def test_a_body_that_is_made_slowly(caller: Caller) -> None:
    def slowly() -> Iterator[bytes]:
        for _ in range(1000):
            time.sleep(0.02)
            yield b"x"

    async def later() -> AsyncIterator[bytes]:
        yield b"x"
        await anyio.sleep(20)

    body = later() if caller.is_async else slowly()
    with Server([OK]) as server, in_time(caller):
        caller.run(server.url, lambda client: client.bodies.binary.send(body=body), deadline=DEADLINE, retry=0, **OWN)


@pytest.mark.promise(5)
def test_a_connection_that_is_never_accepted(caller: Caller) -> None:
    with full_queue() as url, in_time(caller) as caught:
        caller.run(url, get, deadline=DEADLINE, retry=0, **OWN)
    assert not caught.value.may_have_run


@pytest.mark.promise(5, 23)
def test_tls_that_is_never_agreed_on(caller: Caller) -> None:
    """The server takes what begins a connection with TLS for the beginning of a request, and waits for more."""
    with Server([OK]) as server, in_time(caller) as caught:
        caller.run(server.url.replace("http", "https"), get, deadline=DEADLINE, retry=0, **OWN)
    assert not caught.value.may_have_run


@pytest.mark.promise(5, 23)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_never_answers(caller: Caller, scheme: str) -> None:
    with Server([never]) as server, in_time(caller):
        given = caller.http_client(proxy=server.url)
        caller.run(f"{scheme}://api.test", get, deadline=DEADLINE, retry=0, http_client=given)


@pytest.mark.promise(5, 21)
@pytest.mark.parametrize("part", ["silence", "a header", "body"])
def test_a_token_that_drips(caller: Caller, part: str) -> None:
    credentials = {"client_id": "me", "client_secret": "s"}
    with Server([ANSWERS[part]]) as server, in_time(caller) as caught:
        caller.run(server.url, lambda client: client.auth.token.get(), deadline=DEADLINE, retry=0, **credentials, **OWN)
    assert [each.target for each in server.requests] == ["/oauth/token"] and not caught.value.may_have_run


@pytest.mark.promise(5)
def test_a_signer_that_sleeps(api: Any, backend: str) -> None:
    async def sign(request: Any) -> dict[str, str]:
        await anyio.sleep(20)
        return {}

    caller = Caller(api, backend)
    with Server([OK]) as server, in_time(caller) as caught:
        caller.run(server.url, lambda client: client.auth.signed.get(), deadline=DEADLINE, signed=sign, **OWN)
    assert not caught.value.may_have_run and server.connections == 0


@pytest.mark.promise(5)
def test_no_free_connection(caller: Caller) -> None:
    """The one that there may be belongs to a stream that is open."""

    def held(client: Any) -> Any:
        with client.reading.with_streaming_response.get_binary() as stream:
            assert next(iter(stream)) == b"1"
            return client.with_options(deadline=DEADLINE, retry=0).calls.list_things()

    async def held_async(client: Any) -> Any:
        async with await client.reading.with_streaming_response.get_binary() as stream:
            assert await anext(aiter(stream)) == b"1"
            return await client.with_options(deadline=DEADLINE, retry=0).calls.list_things()

    http = caller.http_client(limits=caller.api.http.Limits(max_connections=1))
    with Server([ANSWERS["body"]]) as server, in_time(caller) as caught:
        caller.run(server.url, held_async if caller.is_async else held, http_client=http)
    assert not caught.value.may_have_run and server.connections == 1


@pytest.mark.promise(5, 25)
def test_the_clock_that_is_given_decides(caller: Caller) -> None:
    """It passes the deadline in the middle of a body, long before the clock of the machine would."""
    now = [0.0]

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")
        time.sleep(0.05)
        now[0] = 31.0
        for _ in range(200):
            request.socket.sendall(b" ")
            time.sleep(0.02)

    with Server([reply]) as server, in_time(caller, 0.1) as caught:
        caller.run(server.url, get, deadline=30.0, retry=0, clock=lambda: now[0], **OWN)
    assert caught.value.may_have_run


@pytest.mark.promise(25)
def test_a_transport_of_the_callers_own(caller: Caller) -> None:
    """What opens no connections has nothing to be laid over."""
    http = caller.api.http
    given = caller.http_client(transport=http.MockTransport(lambda request: http.Response(200, json={"id": "1"})))
    assert caller.run("https://api.test", get, deadline=DEADLINE, http_client=given) == {"id": "1"}
