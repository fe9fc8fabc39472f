"""What is tried again, how often and when (promises 1 to 7)."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from generator.runtime import (
    ConnectionFailed,
    NotFound,
    Request,
    Retry,
    ServerError,
    TimedOut,
    TooManyRequests,
    json_body,
    multipart_body,
    raw_body,
)
from generator.runtime.retry import Budget, backoff, retry_after

from .calls import ANY, FLAVOURS, Quick, SyncThing, call, calls, get
from .server import Received, Server, answer

OK = answer(200, {"fine": True})


def hang_up(request: Received) -> None:
    """Close the connection without an answer."""


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_transient_statuses_are_tried_again(flavour: str, status: int) -> None:
    with Server([answer(status), answer(status), OK]) as server:
        assert call(flavour, server.url, get()).value == {"fine": True}
    assert len(server.requests) == 3


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_broken_connection_is_tried_again(flavour: str) -> None:
    with Server([hang_up, OK]) as server:
        assert call(flavour, server.url, get()).status == 200
    assert len(server.requests) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_what_may_run_twice_is_not_repeated(flavour: str, method: str) -> None:
    with Server([hang_up, OK]) as server, pytest.raises(ConnectionFailed) as caught:
        call(flavour, server.url, Request(method, "/x", body=json_body({})))
    assert caught.value.may_have_run and caught.value.tries == 1 and len(server.requests) == 1
    with Server([answer(503), OK]) as server, pytest.raises(ServerError) as failed:
        call(flavour, server.url, Request(method, "/x", body=json_body({})))
    assert failed.value.may_have_run and len(server.requests) == 1


@pytest.mark.parametrize(
    "request_",
    [
        Request("POST", "/x", idempotent=True),
        Request("POST", "/x", headers={"idempotency-key": "k"}),
        Request("PATCH", "/x", idempotency="Idempotency-Key"),
        Request("PUT", "/x"),
        Request("DELETE", "/x"),
    ],
)
def test_what_may_run_twice_safely_is_repeated(request_: Request) -> None:
    with Server([answer(503), hang_up, OK]) as server:
        call("sync", server.url, request_)
    assert len(server.requests) == 3


def test_a_get_that_the_document_calls_not_idempotent_is_not_repeated() -> None:
    with Server([answer(503), OK]) as server, pytest.raises(ServerError):
        call("sync", server.url, get(idempotent=False))
    assert len(server.requests) == 1


def test_other_statuses_are_not_tried_again() -> None:
    with Server([answer(404), OK]) as server, pytest.raises(NotFound):
        call("sync", server.url, get())
    assert len(server.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_no_connection_is_tried_again_for_any_method(flavour: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    quick = Quick()
    with pytest.raises(ConnectionFailed) as caught:
        call(flavour, url, Request("POST", "/x", body=json_body({})), quick=quick)
    assert caught.value.may_have_run is False and caught.value.tries == 3
    assert quick.slept == [0.5, 1.0]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_retries_can_be_turned_off_and_waits_grow_to_a_cap(flavour: str) -> None:
    with Server([answer(500)]) as server, pytest.raises(ServerError) as caught:
        call(flavour, server.url, get(), retry=Retry(retries=0))
    assert len(server.requests) == 1 and caught.value.tries == 1
    quick = Quick()
    with Server([answer(500)]) as server, pytest.raises(ServerError):
        call(flavour, server.url, get(), retry=Retry(retries=6), quick=quick)
    assert len(server.requests) == 7
    assert quick.slept == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]


def test_jitter_is_full() -> None:
    assert backoff(Retry(), 3, lambda: 0.0) == 0.0
    assert backoff(Retry(), 3, lambda: 0.25) == 0.5
    assert backoff(Retry(), 4000, lambda: 1.0) == 8.0


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_retry_after_is_followed(flavour: str) -> None:
    quick = Quick()
    date = {"Retry-After": "Thu, 01 Jan 1970 00:16:50 GMT"}
    with Server([answer(429, headers={"Retry-After": "7"}), answer(503, headers=date), OK]) as server:
        call(flavour, server.url, get(), quick=quick, now=lambda: 1000.0)
    assert quick.slept == [7.0, 10.0]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_long_retry_after_raises_at_once(flavour: str) -> None:
    quick = Quick()
    with Server([answer(429, headers={"Retry-After": "61"}), OK]) as server, pytest.raises(TooManyRequests) as caught:
        call(flavour, server.url, get(), quick=quick)
    assert caught.value.retry_after == 61 and quick.slept == [] and len(server.requests) == 1


@pytest.mark.parametrize("text", ["", "soon", "-5", "1.5", "٣", "Thu, 99 Foo", "inf", "0x10"])
def test_nonsense_in_retry_after_is_ignored(text: str) -> None:
    assert retry_after({"retry-after": text}, 0.0) is None


def test_a_dead_server_is_not_flooded() -> None:
    with Server([answer(503, headers={"Connection": "keep-alive"})]) as server, SyncThing(server.url) as client:
        for _ in range(1000):
            with pytest.raises(ServerError):
                client.probe.call(get(), ANY)
        assert 1000 < len(server.requests) <= 1100


def test_the_budget_is_refilled_by_successes() -> None:
    budget = Budget()
    while budget.spend():
        pass
    assert not budget.spend()
    for _ in range(5):
        budget.refill()
    assert budget.spend() and not budget.spend()


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_one_key_for_all_tries_and_a_new_one_for_each_call(flavour: str) -> None:
    request = Request("POST", "/x", body=json_body({}), idempotency="Idempotency-Key")
    own = Request("POST", "/x", headers={"idempotency-KEY": "mine"}, idempotency="Idempotency-Key")
    with Server([answer(503), OK, OK, OK]) as server:
        calls(flavour, server.url, [request, request, own])
    keys = [each.header("Idempotency-Key") for each in server.requests]
    assert keys[0] == keys[1] and keys[1] != keys[2] and keys[3] == "mine"
    assert len(keys[0] or "") >= 32


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_is_rewound_to_where_it_stood(flavour: str) -> None:
    file = io.BytesIO(b"xxpayload")
    file.seek(2)
    request = Request("PUT", "/x", body=raw_body(file, "application/octet-stream"))
    with Server([answer(503), OK]) as server:
        call(flavour, server.url, request)
    assert [each.body for each in server.requests] == [b"payload", b"payload"]
    assert server.requests[0].header("Content-Length") == "7"


def test_a_file_in_a_form_is_rewound() -> None:
    request = Request("PUT", "/x", body=multipart_body({"file": io.BytesIO(b"payload")}))
    with Server([answer(503), OK]) as server:
        call("sync", server.url, request)
    assert server.requests[0].body == server.requests[1].body and b"payload" in server.requests[0].body


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_generator_is_never_sent_twice(flavour: str) -> None:
    def body() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    request = Request("PUT", "/x", body=raw_body(body(), "text/plain"))
    with Server([answer(503), OK]) as server, pytest.raises(ServerError):
        call(flavour, server.url, request)
    assert [each.body for each in server.requests] == [b"onetwo"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_read_timeouts(flavour: str) -> None:
    def wait(request: Received) -> None:
        assert request.socket is not None
        request.socket.recv(1)

    with Server([wait]) as server, pytest.raises(TimedOut) as caught:
        call(flavour, server.url, get(), timeout=0.05, retry=Retry(retries=1))
    assert caught.value.may_have_run and caught.value.tries == 2 and len(server.requests) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_deadline_bounds_retries_and_sleeps(flavour: str) -> None:
    with Server([answer(503)]) as server, pytest.raises(ServerError):
        clock: dict[str, Any] = {"clock": lambda: 4.0 * len(server.requests)}
        call(flavour, server.url, get(), deadline=30.0, retry=Retry(retries=50), **clock)
    assert 1 <= len(server.requests) < 8


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_deadline_bounds_a_body_that_drips(flavour: str) -> None:
    import time

    def drip(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            request.socket.sendall(b"x")
            time.sleep(0.02)

    begun = time.monotonic()
    with Server([drip]) as server, pytest.raises(Exception, match=r"in time|deadline"):
        call(flavour, server.url, get(), deadline=0.3)
    assert time.monotonic() - begun < 10
