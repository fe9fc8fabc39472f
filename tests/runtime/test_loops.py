"""One client in several event loops, and in processes that fork while others call (promises 21, 22 and 25)."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import anyio
import pytest

from .caller import Caller, tls
from .server import Received, Server, answer
from .test_connections import in_a_child

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
"""What belongs to a loop that is over cannot be closed any more; Python warns where it is collected."""


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.collect()


CREDENTIALS = {"client_id": "me", "client_secret": "s"}
OPTIONS: dict[str, Any] = {"http_client": None, "verify": tls(), **CREDENTIALS}


def server() -> Server:
    """Answer tokens and all else, each right."""

    def reply(request: Received) -> bytes:
        right = {"access_token": "t", "expires_in": 3600} if request.target == "/oauth/token" else {"id": "1"}
        return answer(200, right)

    return Server([reply])


@pytest.mark.promise(21, 25)
def test_event_loops_one_after_the_other(api: Any, backend: str) -> None:
    """Connections and locks are of each loop, tokens of the client."""
    with server() as place:
        client = Caller(api, backend).client(place.url, **OPTIONS)
        for each in (backend, backend, "asyncio", "trio"):
            assert anyio.run(client.auth.token.get, backend=each) == {"id": "1"}
        anyio.run(client.aclose, backend=backend)
    assert [each.target for each in place.requests].count("/oauth/token") == 1
    assert place.connections == 4


@pytest.mark.promise(21, 25)
def test_event_loops_at_the_same_time(api: Any, backend: str) -> None:
    found: list[Any] = []
    gate = threading.Barrier(2)

    async def main() -> None:
        await anyio.to_thread.run_sync(gate.wait)
        for _ in range(20):
            found.append(await client.auth.token.get())
        await anyio.to_thread.run_sync(gate.wait)

    with server() as place:
        client = Caller(api, backend).client(place.url, **OPTIONS)
        threads = [threading.Thread(target=anyio.run, args=(main,), kwargs={"backend": backend}) for _ in range(2)]
        for each in threads:
            each.start()
        for each in threads:
            each.join(20)
    assert found == [{"id": "1"}] * 40
    assert 1 <= [each.target for each in place.requests].count("/oauth/token") <= 2


@pytest.mark.promise(22)
def test_a_fork_while_other_threads_call(sync: Caller) -> None:
    """The child has the client of the parent, and none of its threads, which may hold any lock."""
    with server() as place, sync.client(place.url, **OPTIONS) as client:
        ended = threading.Event()

        def work() -> None:
            while not ended.is_set():
                client.auth.token.get()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for each in threads:
            each.start()
        statuses = [in_a_child(client.auth.token.get) for _ in range(8)]
        ended.set()
        for each in threads:
            each.join(10)
        assert client.auth.token.get() == {"id": "1"}
    assert statuses == [0] * 8


LOCKS: dict[str, Callable[[Any, Any], Any]] = {
    "connections": lambda pool, shared: pool._making,
    "token": lambda pool, shared: pool.lock(shared.stores["token"]),
    "budget": lambda pool, shared: shared.budget._lock,
}


@pytest.mark.promise(22)
@pytest.mark.parametrize("name", LOCKS)
def test_a_fork_while_a_lock_is_held(sync: Caller, name: str) -> None:
    def reply(request: Received) -> bytes:
        if request.target == "/oauth/token":
            return answer(200, {"access_token": "t"})
        return answer(503) if len(place.requests) == 2 else answer(200, {"id": "1"})

    with Server([reply]) as place, sync.client(place.url, **OPTIONS) as client:
        transport = client._transport
        with LOCKS[name](transport.pool, transport.shared):
            assert in_a_child(client.auth.token.get) == 0
        assert client.auth.token.get() == {"id": "1"}


@pytest.mark.promise(22)
def test_a_fork_while_a_log_of_drift_is_written(sync: Caller, tmp_path: Any) -> None:
    log = import_module("probe_client._runtime.drift").DriftLog(tmp_path / "drift.jsonl")
    with Server([answer(200, {"id": "1"})]) as place, sync.client(place.url, on_mismatch=log, **OPTIONS) as client:
        with log._lock:
            assert in_a_child(lambda: {"id": client.reading.thing().id}) == 0
        log.close()
    lines = (tmp_path / "drift.jsonl").read_text().splitlines()
    assert any("kind" in each for each in lines)


@pytest.mark.promise(22)
def test_a_child_leaves_the_connections_of_its_parent(api: Any, backend: str) -> None:
    """The parent waits for an answer while its child makes a call, closes the client, and ends."""
    released = threading.Event()

    def slow(request: Received) -> bytes:
        released.wait(10)
        return answer(200, {"id": "1"})

    async def main() -> Any:
        async with anyio.create_task_group() as group:
            group.start_soon(in_between)
            return await client.calls.list_things()

    async def in_between() -> None:
        await anyio.sleep(0.1)
        statuses.append(in_a_child(child))
        released.set()

    async def closing() -> Any:
        found = await client.calls.list_things()
        await client.aclose()
        return found

    def child() -> Any:
        return anyio.run(closing, backend=backend)

    statuses: list[int] = []
    with Server([slow, answer(200, {"id": "1"})]) as place:
        client = Caller(api, backend).client(place.url, **OPTIONS)
        assert anyio.run(main, backend=backend) == {"id": "1"}
    assert statuses == [0] and [each.connection for each in place.requests] == [0, 1]
