"""The connections of a client, and what its calls have to take turns for. Each process, and each event loop, has its
own: a child makes them anew after a fork, and so does the first call in another loop."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from math import inf
from types import TracebackType
from typing import TYPE_CHECKING, Any

from . import _http
from .connections import USUAL, Connections
from .errors import ClientClosed, InvalidArgument
from .forks import remember
from .tokens import TokenStore

if TYPE_CHECKING:
    from anyio import CancelScope, Lock

    from .entrance import Entrance
    from .network import Backend


class Pool:
    """Connections for calls without await. A client that was given is used as it is, and never closed."""

    def __init__(
        self,
        given: _http.Client | None,
        stores: Iterable[TokenStore],
        sleep: Callable[[float], None] | None,
        connections: Connections = USUAL,
    ) -> None:
        if given is not None and not isinstance(given, _http.Client):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("http_client has to be a synchronous client")
        _check(given, connections)
        self.sleep = sleep or self._pause
        self._given = given
        self._connections = connections
        self._stores = tuple(stores)
        self._inherited: list[object] = []
        self._start()
        remember(self)

    def _start(self) -> None:
        self.closed = False
        self._client: _http.Client | None = None
        self._endable: list[Entrance | Backend] = []
        self._closing = threading.Event()
        self._making = threading.Lock()
        self._locks = {store: threading.Lock() for store in self._stores}

    def after_fork(self) -> None:
        closed = self.closed
        self._inherited.append(self._client)  # closing them here would end what the parent has open
        self._start()
        self.closed = closed

    def client(self) -> _http.Client:
        """Return the connections, made at the first call of each process."""
        self.check_open()
        if self._client is None:
            from .entrance import Entrance
            from .network import Backend, install

            with self._making:
                if self._client is None:
                    client = self._given or self._connections.client()
                    self._endable = install(client, Backend, Entrance)
                    self._client = client
        return self._client

    def lock(self, store: TokenStore) -> threading.Lock:
        """Return the lock under which the token of a store is fetched."""
        return self._locks[store]

    def check_open(self) -> None:
        if self.closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("the client is closed")

    def _pause(self, seconds: float) -> None:
        self._closing.wait(seconds)

    def close(self) -> None:
        """Close the connections, and end the calls that other threads make; closing twice is fine."""
        self.closed = True
        self._closing.set()
        if self._client is not None and self._given is None:
            for each in self._endable:
                each.end()
            self._client.close()


@dataclass(slots=True)
class Loop:
    """What belongs to one event loop. asks: whether what waits on the network asks by itself what is left of its call.
    scopes: of what is being waited for."""

    client: _http.AsyncClient
    asks: bool
    locks: dict[TokenStore, Lock] = field(default_factory=dict["TokenStore", "Lock"])
    scopes: set[CancelScope] = field(default_factory=set["CancelScope"])

    def within(self, seconds: float) -> Within:
        """Wait for no longer than so many seconds, and until the client is closed."""
        from anyio import move_on_after

        return Within(move_on_after(None if seconds == inf else seconds), self.scopes)


class Within:
    """Ends the waiting in a `with` statement; what stands behind it is reached then."""

    __slots__ = ("_scope", "_scopes")

    def __init__(self, scope: CancelScope, scopes: set[CancelScope]) -> None:
        """scopes: those that are waited in."""
        self._scope = scope
        self._scopes = scopes

    def __enter__(self) -> CancelScope:
        self._scope.__enter__()
        self._scopes.add(self._scope)
        return self._scope

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._scopes.discard(self._scope)
        return self._scope.__exit__(kind, error, trace)


class AsyncPool:
    """The asynchronous twin of Pool."""

    def __init__(
        self,
        given: _http.AsyncClient | None,
        stores: Iterable[TokenStore],
        sleep: Callable[[float], Awaitable[None]] | None,
        connections: Connections = USUAL,
    ) -> None:
        if given is not None and not isinstance(given, _http.AsyncClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("http_client has to be an asynchronous client")
        _check(given, connections)
        self.closed = False
        self.sleep = sleep or _sleep
        self._given = given
        self._connections = connections
        self._inherited: list[object] = []
        self._loops: dict[object, Loop] = {}
        remember(self)

    def after_fork(self) -> None:
        self._inherited.append(self._loops)
        self._loops = {}

    def loop(self) -> Loop:
        """Return what belongs to the event loop that runs; its connections are made at the first call in it."""
        token = _current_loop()
        found = self._loops.get(token)
        if found is None:
            from .entrance import AsyncEntrance
            from .network import AsyncBackend, install

            client = self._given or self._connections.async_client()
            laid = install(client, AsyncBackend, AsyncEntrance)
            asks = bool(laid) and self._given is None and self._connections.transport is None
            for each in [each for each in self._loops if _is_over(each)]:
                del self._loops[each]
            found = self._loops[token] = Loop(client, asks)
        return found

    def lock(self, store: TokenStore) -> Lock:
        """Return the lock under which the token of a store is fetched, for asyncio and trio."""
        locks = self.loop().locks
        if store not in locks:
            from anyio import Lock

            locks[store] = Lock()
        return locks[store]

    def within(self, seconds: float) -> Within:
        """As `Loop.within`, in the event loop that runs."""
        return self.loop().within(seconds)

    def check_open(self) -> None:
        if self.closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("the client is closed")

    async def aclose(self) -> None:
        """Close the connections, and end the calls that other tasks make; closing twice is fine."""
        self.closed = True
        loop = self._loops.pop(_current_loop(), None)
        if loop is not None:
            for scope in list(loop.scopes):
                scope.cancel()
            if self._given is None:
                await loop.client.aclose()
        self._loops.clear()


async def _sleep(seconds: float) -> None:
    from anyio import sleep

    await sleep(seconds)


def _check(given: object, connections: Connections) -> None:
    if given is not None and not connections.are_usual:
        raise InvalidArgument("proxy, verify and transport are those of the http_client where one is given")


def _current_loop() -> object:
    """Return what stands for the event loop that runs: that of asyncio, or the token of trio."""
    from asyncio import get_running_loop

    try:
        return get_running_loop()
    except RuntimeError:
        current: Callable[[], object] = import_module("trio").lowlevel.current_trio_token
        return current()


def _is_over(loop: Any) -> bool:
    """Say whether an event loop has come to its end: one of asyncio is closed, one of trio takes nothing more."""
    if hasattr(loop, "is_closed"):
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(int)
    except RuntimeError:
        return True
    return False
