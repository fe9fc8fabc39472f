"""Connections: reused, never leaked, verified, one pool for each process (promises 8, 20, 21, 22 and 23)."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest

from .caller import Caller, Work
from .guarded import Guarded
from .server import Received, Scripted, Server, answer, cut, half_closed, hang_up, never, reset, wait_for

OK = answer(200, {"id": "1"})


def get(client: Any) -> Any:
    return client.calls.list_things()


@pytest.mark.promise(8)
def test_connections_are_reused_and_none_leaks(caller: Caller) -> None:
    answers = [OK, answer(404), answer(503), answer(200, "<html>"), answer(302, headers={"Location": "/x"}), OK]
    with Server(answers) as server:
        caller.outcomes(server.url, *[get] * 6, max_response_bytes=10_000)
        assert server.connections == 1
        wait_for(lambda: server.open == 0)


def test_an_answer_is_freed_without_the_garbage_collector(caller: Caller) -> None:
    """Answers of the HTTP library and their streams hold each other, and with them all that a call was made of."""

    def begin(client: Any) -> None:
        gc.collect()
        gc.set_debug(gc.DEBUG_SAVEALL)

    def end(client: Any) -> list[str]:
        gc.collect()
        found = [type(each).__name__ for each in gc.garbage]
        gc.set_debug(0)
        gc.garbage.clear()
        return [each for each in found if each in ("Call", "Request", "Response", "QuietURL")]

    with Server([OK] * 5) as server:
        assert caller.outcomes(server.url, get, get, begin, get, get, get, end)[-1] == []


FAILURES: dict[str, Any] = {
    "hung up": hang_up,
    "reset": reset,
    "nonsense": cut(b"nonsense\r\n\r\n"),
    "a body that breaks off": cut(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
    "a timeout": never,
    "too large": answer(200, b"x" * 100_000),
    "two lengths": cut(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
}


@pytest.mark.promise(8)
@pytest.mark.parametrize("failure", FAILURES)
def test_one_connection_is_enough_after_a_failure(caller: Caller, failure: str) -> None:
    """Had it leaked, the calls after it would find none."""
    limits = caller.api.http.Limits(max_connections=1)
    with Server([FAILURES[failure]] * 3 + [OK]) as server:
        outcomes = caller.outcomes(
            server.url,
            *[get] * 4,
            http_client=caller.http_client(limits=limits),
            max_response_bytes=1000,
            timeout=caller.api.Timeouts(read=0.1, pool=1.0),
            retry=0,
        )
        wait_for(lambda: server.open == 0)
    assert all(isinstance(each, caller.api.Error) for each in outcomes[:3]) and outcomes[3] == {"id": "1"}


@pytest.mark.promise(20)
def test_an_interrupt_passes_and_is_not_retried(sync: Caller) -> None:
    """Without await only an interrupt ends a call: it comes out as it is, and the connection is free again."""

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    limits = sync.api.http.Limits(max_connections=1)
    with Server([answer(503), OK]) as server, sync.http_client(limits=limits) as http:
        client = sync.client(server.url, http_client=http, sleep=interrupted)
        with pytest.raises(KeyboardInterrupt):
            client.calls.list_things()
        assert len(server.requests) == 1
        assert client.calls.list_things() == {"id": "1"}


@pytest.mark.promise(8, 20)
def test_cancellation_releases_the_connection_and_is_not_retried(api: Any, backend: str) -> None:
    caller = Caller(api, backend)
    after: list[str] = []

    async def main(url: str) -> None:
        limits = api.http.Limits(max_connections=1)
        async with (
            caller.http_client(limits=limits) as http,
            caller.client(url, http_client=http) as client,
        ):
            with anyio.move_on_after(0.1) as scope:
                await client.calls.list_things()
                after.append("swallowed")
            assert scope.cancelled_caught
            assert await client.calls.list_things() == {"id": "1"}

    with Server([never, OK]) as server:
        anyio.run(main, server.url, backend=backend)
        assert after == [] and len(server.requests) == 2
        wait_for(lambda: server.open == 0)


@pytest.mark.promise(20)
def test_cancellation_between_tries_is_not_swallowed(api: Any, backend: str) -> None:
    caller = Caller(api, backend)

    async def main(url: str) -> None:
        scope = anyio.CancelScope()

        async def cancelled(seconds: float) -> None:
            scope.cancel()
            await anyio.sleep_forever()

        async with caller.client(url, async_sleep=cancelled) as client:
            with scope:
                await client.calls.list_things()
            assert scope.cancelled_caught

    with Server([answer(503)]) as server:
        anyio.run(main, server.url, backend=backend)
    assert len(server.requests) == 1


@pytest.mark.promise(5)
def test_the_deadline_of_a_call(api: Any, backend: str) -> None:
    with Server([never]) as server, pytest.raises(api.TimedOut):
        Caller(api, backend).run(server.url, lambda client: client.with_options(deadline=0.1).calls.list_things())
    assert len(server.requests) == 1


@pytest.mark.promise(21)
def test_64_threads_share_a_client_and_models_that_are_not_built_yet(sync: Caller) -> None:
    values: list[Any] = []
    body = {"value": 1, "next": {"value": 2}}
    with Server([answer(200, body)]) as server, sync.client(server.url) as client:
        gate = threading.Barrier(64)

        def work() -> None:
            gate.wait()
            values.append(client.reading.node())

        threads = [threading.Thread(target=work) for _ in range(64)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert [(type(each), each.next.value) for each in values] == [(sync.api.models.Node, 2)] * 64


@pytest.mark.promise(22)
def test_a_child_after_a_fork_has_its_own_connections(caller: Caller) -> None:
    """Before, in the child, and again in the parent: the parent's connection stays its own."""
    statuses: list[int] = []

    async def main(url: str) -> None:
        async with caller.client(url) as client:
            await client.calls.list_things()
            statuses.append(in_a_child(lambda: anyio.run(client.calls.list_things, backend=caller.flavour)))
            await client.calls.list_things()

    with Server([OK]) as server:
        if caller.is_async:
            anyio.run(main, server.url, backend=caller.flavour)
        else:
            with caller.client(server.url) as client:
                client.calls.list_things()
                statuses.append(in_a_child(client.calls.list_things))
                client.calls.list_things()
    assert statuses == [0] and [each.connection for each in server.requests] == [0, 1, 0]


def in_a_child(call: Callable[[], Any]) -> int:
    """Make a call in a child of this process; return its status, 0 where the answer is right. The call has a thread of
    its own, as the thread that was forked may be inside an event loop."""
    child = os.fork()
    if child == 0:
        found: list[Any] = []
        thread = threading.Thread(target=lambda: found.append(call()))
        thread.start()
        thread.join(10)
        os._exit(0 if found == [{"id": "1"}] else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def guarded() -> Iterator[Guarded]:
    with Guarded(OK) as server:
        yield server


@pytest.mark.promise(23)
def test_a_certificate_that_nobody_vouches_for_is_refused(caller: Caller, guarded: Guarded) -> None:
    with pytest.raises(caller.api.ConnectionFailed) as caught:
        caller.run(guarded.url, get, header="k", retry=0)
    assert not caught.value.may_have_run and guarded.requests == []


@pytest.mark.promise(23)
@pytest.mark.parametrize("option", ["verify", "ssl", "insecure", "cert", "trust_env"])
def test_no_option_turns_verification_off(caller: Caller, option: str) -> None:
    with pytest.raises(caller.api.InvalidArgument, match=option):
        caller.client("https://127.0.0.1:9", **{option: False})


@pytest.mark.promise(23)
def test_a_certificate_of_ones_own_is_given_with_the_http_client(caller: Caller, guarded: Guarded) -> None:
    http = caller.http_client(verify=guarded.trusting())
    assert caller.run(guarded.url, get, http_client=http) == {"id": "1"} and len(guarded.requests) == 1


@pytest.mark.promise(23)
def test_a_proxy_of_the_environment_is_used(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server([OK]) as server:
        monkeypatch.setenv("HTTP_PROXY", server.url)
        assert caller.run("http://api.test", get, http_client=None) == {"id": "1"}
    assert [each.target for each in server.requests] == ["http://api.test/things"]


WORKS: list[Work] = [get, lambda client: client.calls.create_thing(body={})]


@pytest.mark.promise(8)
@pytest.mark.parametrize("closed", [cut(OK), half_closed(OK)], ids=["closed", "half closed"])
@pytest.mark.parametrize("work", WORKS, ids=["GET", "POST"])
def test_a_connection_that_the_server_has_closed_is_not_used(caller: Caller, work: Work, closed: Scripted) -> None:
    """It was kept after an answer, and the server closed it since: the next call has another."""

    def later(client: Any) -> Any:
        time.sleep(0.05)
        return work(client)

    with Server([OK, closed, OK]) as server:
        outcomes = caller.outcomes(server.url, get, get, later)
    assert outcomes == [{"id": "1"}] * 3 and server.connections == 2


ANOTHER = answer(200, {"id": "of another"})
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"


def then(first: bytes) -> Scripted:
    """Answer, and a moment later send what nobody asked for."""

    def reply(request: Received) -> bytes:
        assert request.socket is not None
        request.socket.sendall(first)
        time.sleep(0.05)
        return ANOTHER

    return reply


SURPLUS: dict[str, Scripted] = {
    "in one segment": OK + ANOTHER,
    "later": then(OK),
    "after chunks": CHUNKED + b'b\r\n{"id": "1"}\r\n0\r\n\r\n' + ANOTHER,
    "after 204": answer(204) + ANOTHER,
    "after 304": answer(304) + ANOTHER,
    "after an error": answer(404, {}) + ANOTHER,
}


@pytest.mark.promise(8, 21)
@pytest.mark.parametrize("surplus", SURPLUS)
def test_what_follows_an_answer_is_not_the_answer_to_the_next_call(caller: Caller, surplus: str) -> None:
    """A server that sends more than it said, or answers twice, does not answer what was not asked."""

    def later(client: Any) -> Any:
        time.sleep(0.1)
        return get(client)

    with Server([SURPLUS[surplus], OK]) as server:
        found = caller.outcomes(server.url, get, later, get)
    assert found[1:] == [{"id": "1"}] * 2 and server.connections == 2
