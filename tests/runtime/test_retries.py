"""What is tried again, how often and when (promises 1 to 7)."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from generator.runtime import Retry, Settings
from generator.runtime.retry import Budget, backoff, retry_after

from .caller import Caller, Work
from .server import Scripted, Server, answer, endless, full_queue, hang_up, never, reset, wait_for

OK = answer(200, {"fine": True})


def get(client: Any) -> Any:
    return client.calls.list_things()


def post(client: Any) -> Any:
    return client.calls.create_thing(body={})


def patch(client: Any) -> Any:
    return client.calls.update_thing(body={})


@pytest.mark.promise(1)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_transient_statuses_are_tried_again(caller: Caller, status: int) -> None:
    with Server([answer(status), answer(status), OK]) as server:
        assert caller.run(server.url, get) == {"fine": True}
    assert len(server.requests) == 3


@pytest.mark.promise(1)
@pytest.mark.parametrize("broken", [hang_up, reset])
def test_a_broken_connection_is_tried_again(caller: Caller, broken: Scripted) -> None:
    with Server([broken, OK]) as server:
        assert caller.run(server.url, get) == {"fine": True}
    assert len(server.requests) == 2


@pytest.mark.promise(1)
@pytest.mark.parametrize("work", [post, patch])
def test_what_may_run_twice_is_not_repeated(caller: Caller, work: Work) -> None:
    with Server([hang_up, OK]) as server, pytest.raises(caller.api.ConnectionFailed) as caught:
        caller.run(server.url, work)
    assert caught.value.may_have_run and caught.value.tries == 1 and len(server.requests) == 1
    with Server([answer(503), OK]) as server, pytest.raises(caller.api.ServerError) as failed:
        caller.run(server.url, work)
    assert failed.value.may_have_run and len(server.requests) == 1


@pytest.mark.promise(1, 6)
def test_a_key_that_is_not_sent_allows_nothing(caller: Caller) -> None:
    """Either a key is sent with all tries, or there is one try."""
    with Server([answer(503), answer(503), answer(503)]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, lambda client: client.calls.keyed(body={}))
    assert len(server.requests) == 1 or server.requests[0].header("Idempotency-Key")


@pytest.mark.promise(6)
def test_the_key_of_the_caller_is_sent_with_all_tries(caller: Caller) -> None:
    with Server([answer(503), OK]) as server:
        caller.run(server.url, lambda client: client.calls.keyed(body={}, idempotency_key="mine"))
    assert [each.header("Idempotency-Key") for each in server.requests] == ["mine", "mine"]


REPEATED: list[tuple[str, Work]] = [
    ("POST", lambda client: client.calls.marked()),
    ("POST", lambda client: client.calls.keyed(body={}, idempotency_key="k")),
    ("PATCH", lambda client: client.calls.update_keyed(body={}, idempotency_key="k")),
    ("PUT", lambda client: client.calls.replace_thing(body={})),
    ("DELETE", lambda client: client.calls.delete_thing()),
    ("OPTIONS", lambda client: client.calls.options_thing()),
    ("HEAD", lambda client: client.calls.head_thing()),
]


@pytest.mark.promise(1)
@pytest.mark.parametrize(("method", "work"), REPEATED)
def test_what_may_run_twice_safely_is_repeated(caller: Caller, method: str, work: Work) -> None:
    with Server([answer(503), hang_up, answer(204)]) as server:
        caller.run(server.url, work)
    assert [each.method for each in server.requests] == [method] * 3


@pytest.mark.promise(1)
def test_a_get_that_the_document_calls_not_idempotent_is_not_repeated(caller: Caller) -> None:
    with Server([answer(503), OK]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, lambda client: client.calls.get_marked())
    assert len(server.requests) == 1


@pytest.mark.promise(1)
def test_other_statuses_are_not_tried_again(caller: Caller) -> None:
    with Server([answer(404), OK]) as server, pytest.raises(caller.api.NotFound):
        caller.run(server.url, get)
    assert len(server.requests) == 1


@pytest.mark.promise(1, 2)
def test_no_connection_is_tried_again_for_any_method(caller: Caller, dead: str) -> None:
    with pytest.raises(caller.api.ConnectionFailed) as caught:
        caller.run(dead, post)
    assert caught.value.may_have_run is False and caught.value.tries == 3
    assert caller.quick.slept == [0.5, 1.0]


@pytest.mark.promise(2)
def test_retries_can_be_turned_off_and_waits_grow_to_a_cap(caller: Caller) -> None:
    with Server([answer(500)]) as server, pytest.raises(caller.api.ServerError) as caught:
        caller.run(server.url, get, retry=0)
    assert len(server.requests) == 1 and caught.value.tries == 1
    with Server([answer(500)]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, get, retry=caller.api.Retry(retries=6))
    assert len(server.requests) == 7
    assert caller.quick.slept == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]


@pytest.mark.promise(2)
def test_retries_of_one_call(caller: Caller) -> None:
    with Server([answer(500)]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, lambda client: client.with_options(retry=1).calls.list_things())
    assert len(server.requests) == 2


@pytest.mark.promise(2)
def test_jitter_is_full(caller: Caller) -> None:
    chance = iter([0.0, 0.25])
    with Server([answer(500)]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, get, random=lambda: next(chance))
    assert caller.quick.slept == [0.0, 0.25]


def test_waits() -> None:
    assert backoff(Retry(), 3, lambda: 0.25) == 0.5
    assert backoff(Retry(), 4000, lambda: 1.0) == 8.0


@pytest.mark.promise(3)
def test_retry_after_is_followed(caller: Caller) -> None:
    date = {"Retry-After": "Thu, 01 Jan 1970 00:16:50 GMT"}
    with Server([answer(429, headers={"Retry-After": "7"}), answer(503, headers=date), OK]) as server:
        caller.run(server.url, get, now=lambda: 1000.0)
    assert caller.quick.slept == [7.0, 10.0]


@pytest.mark.promise(3)
def test_a_long_retry_after_raises_at_once(caller: Caller) -> None:
    with (
        Server([answer(429, headers={"Retry-After": "61"}), OK]) as server,
        pytest.raises(caller.api.TooManyRequests) as caught,
    ):
        caller.run(server.url, get)
    assert caught.value.retry_after == 61 and caller.quick.slept == [] and len(server.requests) == 1


@pytest.mark.promise(3)
def test_nonsense_in_retry_after_is_ignored_on_the_wire(caller: Caller) -> None:
    with Server([answer(503, headers={"Retry-After": "soon"}), OK]) as server:
        assert caller.run(server.url, get) == {"fine": True}
    assert caller.quick.slept == [0.5]


@pytest.mark.parametrize("text", ["", "soon", "-5", "1.5", "٣", "Thu, 99 Foo", "inf", "0x10"])
def test_nonsense_in_retry_after_is_ignored(text: str) -> None:
    assert retry_after({"retry-after": text}, 0.0) is None


@pytest.mark.promise(4)
def test_a_dead_server_is_not_flooded(caller: Caller) -> None:
    with Server([answer(503)]) as server:
        outcomes = caller.outcomes(server.url, *[get] * 1000)
    assert [type(each) for each in outcomes] == [caller.api.ServerError] * 1000
    assert 1000 < len(server.requests) <= 1100


def test_the_budget_is_refilled_by_successes() -> None:
    budget = Budget()
    while budget.spend():
        pass
    assert not budget.spend()
    for _ in range(5):
        budget.refill()
    assert budget.spend() and not budget.spend()


@pytest.mark.promise(6)
def test_one_key_for_all_tries_and_a_new_one_for_each_call(caller: Caller) -> None:
    def keyed(client: Any) -> Any:
        return client.calls.keyed(body={})

    def own(client: Any) -> Any:
        return client.calls.keyed(body={}, idempotency_key="mine")

    with Server([answer(503), OK, OK, OK]) as server:
        caller.outcomes(server.url, keyed, keyed, own)
    keys = [each.header("Idempotency-Key") for each in server.requests]
    assert keys[0] == keys[1] and keys[1] != keys[2] and keys[3] == "mine"
    assert len(keys[0] or "") >= 32


@pytest.mark.promise(7)
def test_a_file_is_rewound_to_where_it_stood(caller: Caller) -> None:
    file = io.BytesIO(b"xxpayload")
    file.seek(2)
    with Server([answer(503), OK]) as server:
        caller.run(server.url, lambda client: client.bodies.binary.update(body=file))
    assert [each.body for each in server.requests] == [b"payload", b"payload"]
    assert server.requests[0].header("Content-Length") == "7"


@pytest.mark.promise(7)
def test_a_file_in_a_form_is_rewound(caller: Caller) -> None:
    body = caller.api.models.Files(f=io.BytesIO(b"payload"))
    with Server([answer(503), answer(204)]) as server:
        caller.run(server.url, lambda client: client.bodies.parts.update(body=body))
    assert server.requests[0].body == server.requests[1].body and b"payload" in server.requests[0].body


@pytest.mark.promise(7)
def test_a_generator_is_never_sent_twice(caller: Caller) -> None:
    def body() -> Iterator[bytes]:
        yield b"one"
        yield b"two"

    with Server([answer(503), OK]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, lambda client: client.bodies.binary.update(body=body()))
    assert [each.body for each in server.requests] == [b"onetwo"]


@pytest.mark.promise(7)
def test_an_asynchronous_generator_is_never_sent_twice(api: Any, backend: str) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    with Server([answer(503), OK]) as server, pytest.raises(api.ServerError):
        Caller(api, backend).run(server.url, lambda client: client.bodies.binary.update(body=body()))
    assert [each.body for each in server.requests] == [b"onetwo"]


@pytest.mark.promise(5)
def test_read_timeouts(caller: Caller) -> None:
    with Server([never]) as server:
        with pytest.raises(caller.api.TimedOut) as caught:
            caller.run(server.url, get, timeout=0.1, retry=1)
        wait_for(lambda: len(server.requests) == 2)
    assert caught.value.may_have_run and caught.value.tries == 2


@pytest.mark.promise(5)
def test_connect_timeouts(caller: Caller) -> None:
    """A queue of connections that is full answers no further one."""
    with full_queue() as url, pytest.raises(caller.api.TimedOut) as caught:
        caller.run(url, post, timeout=0.1, retry=0)
    assert caught.value.may_have_run is False


@pytest.mark.promise(5)
def test_write_timeouts(caller: Caller) -> None:
    """Nobody reads: what is sent fills the buffers, and then waits."""
    timeout = caller.api.Timeouts(write=0.2)
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(caller.api.TimedOut) as caught:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        body = bytes(30_000_000)
        caller.run(url, lambda client: client.bodies.binary.send(body=body), timeout=timeout, retry=0)
    assert caught.value.may_have_run


@pytest.mark.promise(5)
def test_pool_timeouts(caller: Caller) -> None:
    """The one connection is taken by a call that waits for its answer."""
    limits = caller.api.http.Limits(max_connections=1)
    timeout = caller.api.Timeouts(pool=0.1, read=1.0)
    with Server([never]) as server:
        outcomes = together(caller, server.url, [get, get], http=limits, timeout=timeout, retry=0)
    assert sorted(each.may_have_run for each in outcomes) == [False, True]
    assert {type(each) for each in outcomes} == {caller.api.TimedOut} and len(server.requests) == 1


def together(caller: Caller, url: str, works: list[Work], http: Any, **options: Any) -> list[Any]:
    """Make calls at the same time with one client; http: limits of its connections."""
    import anyio

    found: list[Any] = []
    if caller.is_async:

        async def one(client: Any, work: Work) -> None:
            try:
                found.append(await work(client))
            except caller.api.Error as error:
                found.append(error)

        async def main() -> None:
            async with (
                caller.http_client(limits=http) as given,
                caller.client(url, http_client=given, **options) as client,
                anyio.create_task_group() as group,
            ):
                for each in works:
                    group.start_soon(one, client, each)

        anyio.run(main, backend=caller.flavour)
        return found

    def one_in_a_thread(client: Any, work: Work) -> None:
        try:
            found.append(work(client))
        except caller.api.Error as error:
            found.append(error)

    with caller.http_client(limits=http) as given, caller.client(url, http_client=given, **options) as client:
        threads = [threading.Thread(target=one_in_a_thread, args=(client, each)) for each in works]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    return found


def test_every_timeout_is_finite_unless_said_otherwise() -> None:
    times = Settings().timeout
    assert all(0 < each < 1000 for each in (times.connect, times.read, times.write, times.pool, Settings().deadline))


@pytest.mark.promise(5)
def test_the_deadline_bounds_retries_and_sleeps(caller: Caller) -> None:
    """Each request takes four seconds of the clock."""
    with Server([answer(503)]) as server, pytest.raises(caller.api.ServerError):
        caller.run(server.url, get, clock=lambda: 4.0 * len(server.requests), deadline=30.0, retry=50)
    assert 1 <= len(server.requests) < 8


ENDLESS = {
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-A: a\r\n"),
    "one header": (b"HTTP/1.1 200 OK\r\nX-A: ", b"a"),
    "a status line": (b"HTTP/1.1 200 ", b"O"),
    "a chunk extension": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", b"x"),
    "trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: a\r\n"),
}


@pytest.mark.promise(14)
@pytest.mark.parametrize("part", ENDLESS)
def test_what_has_no_end_is_given_up(caller: Caller, part: str) -> None:
    """It comes as fast as it is read, and no limit of time is near: what may come before and after a body is little."""
    with Server([endless(*ENDLESS[part])]) as server, pytest.raises(caller.api.Error):
        caller.run(server.url, post, deadline=20.0)
