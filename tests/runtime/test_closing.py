"""A client that is closed ends the calls that others make with it, in whatever they wait (promises 5, 20 and 25)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import Any

import anyio
import pytest

from .caller import Caller, Work, tls
from .server import Server, answer, drip, full_queue, never, wait_for

OK = answer(200, {"id": "1"})
DRIP = drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"1" * 1000)
UNREAD = bytes(30_000_000)


def get(client: Any) -> Any:
    return client.calls.list_things()


def token(client: Any) -> Any:
    return client.auth.token.get()


def upload(client: Any) -> Any:
    return client.bodies.binary.send(body=UNREAD)


PHASES: dict[str, tuple[str, Work, int, bool]] = {
    "connecting": ("full queue", get, 1, False),
    "TLS": ("https", get, 1, False),
    "the answer": ("silent", get, 1, True),
    "the body": ("dripping", get, 1, True),
    "an upload": ("unread", upload, 1, True),
    "the next try": ("failing", get, 1, True),
    "a free connection": ("silent", get, 2, True),
    "a token": ("silent", token, 1, False),
    "the token of another call": ("silent", token, 2, False),
}
"""What is waited for -> the server, the call, how many make it at a time, whether one of them may have run."""


@pytest.fixture
def one_connection(api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have clients make one connection at a time where they make them by themselves."""
    monkeypatch.setattr(import_module("probe_client._runtime.connections"), "_MOST", 1)


class Place:
    """A server by what it does. begun: whether a call waits there."""

    def __init__(self, kind: str, stack: ExitStack) -> None:
        self._server: Server | None = None
        if kind == "full queue":
            self.url = stack.enter_context(full_queue())
        elif kind == "unread":
            import socket

            listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        else:
            script = {"silent": never, "dripping": DRIP, "failing": answer(503)}.get(kind, OK)
            self._server = stack.enter_context(Server([script]))
            self.url = self._server.url.replace("http", "https") if kind == "https" else self._server.url

    @property
    def begun(self) -> bool:
        return (
            self._server is None
            or bool(self._server.requests)
            or (self.url.startswith("https") and self._server.connections > 0)
        )


@pytest.fixture
def place(phase: str) -> Iterator[Place]:
    with ExitStack() as stack:
        yield Place(PHASES[phase][0], stack)


OPTIONS: dict[str, Any] = {
    "http_client": None,
    "verify": tls(),
    "sleep": None,
    "async_sleep": None,
    "client_id": "me",
    "client_secret": "s",
}
PAUSE = 0.15
"""Seconds after which a call surely waits for what is to be tested, once the server has seen it."""


@pytest.mark.promise(20, 25)
@pytest.mark.usefixtures("one_connection")
@pytest.mark.parametrize("phase", PHASES)
def test_closing_ends_calls(caller: Caller, phase: str, place: Place) -> None:
    _, work, count, may_have_run = PHASES[phase]
    retry = caller.api.Retry(retries=1, base=60.0, cap=60.0)
    client = caller.client(place.url, retry=retry, **OPTIONS)
    errors, took = (_async_ends if caller.is_async else _ends)(caller, client, work, count, place)
    assert took < 1.0
    assert [type(each) for each in errors] == [caller.api.ClientClosed] * count, errors
    assert any(each.may_have_run for each in errors) is may_have_run, errors


def _ends(caller: Caller, client: Any, work: Work, count: int, place: Place) -> tuple[list[Any], float]:
    """Call in threads and close; return what was raised, and the seconds from closing to the last of them."""
    errors: list[Any] = []

    def call() -> None:
        try:
            work(client)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=call) for _ in range(count)]
    for each in threads:
        each.start()
    wait_for(lambda: place.begun)
    time.sleep(PAUSE)
    begun = time.monotonic()
    client.close()
    client.close()
    for each in threads:
        each.join(10)
    took = time.monotonic() - begun
    with pytest.raises(caller.api.ClientClosed):
        work(client)
    return errors, took


def _async_ends(caller: Caller, client: Any, work: Work, count: int, place: Place) -> tuple[list[Any], float]:
    errors: list[Any] = []

    async def call() -> None:
        try:
            await work(client)
        except Exception as error:
            errors.append(error)

    async def main() -> float:
        async with anyio.create_task_group() as group:
            for _ in range(count):
                group.start_soon(call)
            while not place.begun:
                await anyio.sleep(0.01)
            await anyio.sleep(PAUSE)
            begun = time.monotonic()
            await client.aclose()
            await client.aclose()
        took = time.monotonic() - begun
        with pytest.raises(caller.api.ClientClosed):
            await work(client)
        return took

    return errors, anyio.run(main, backend=caller.flavour)


@pytest.mark.promise(20, 25)
def test_closing_ends_streams(caller: Caller) -> None:
    """Whoever reads on gets our error."""
    with Server([DRIP]) as server:
        client = caller.client(server.url, **OPTIONS)
        error = anyio.run(_async_stream, client, backend=caller.flavour) if caller.is_async else _stream(client)
    assert type(error) is caller.api.ClientClosed and error.may_have_run


def _stream(client: Any) -> Any:
    errors: list[Exception] = []
    with client.reading.with_streaming_response.get_binary() as stream:

        def read() -> None:
            try:
                for _ in stream:
                    begun.set()
            except Exception as error:
                errors.append(error)

        begun = threading.Event()
        thread = threading.Thread(target=read)
        thread.start()
        begun.wait(5)
        client.close()
        thread.join(2)
    return errors[0] if errors else None


async def _async_stream(client: Any) -> Any:
    errors: list[Exception] = []
    async with await client.reading.with_streaming_response.get_binary() as stream:

        async def read() -> None:
            try:
                async for _ in stream:
                    begun.set()
            except Exception as error:
                errors.append(error)

        begun = anyio.Event()
        async with anyio.create_task_group() as group:
            group.start_soon(read)
            with anyio.move_on_after(5):
                await begun.wait()
            await client.aclose()
    return errors[0] if errors else None
