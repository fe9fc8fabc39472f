"""The connections of a client, and what its calls have to take turns for. One pool for each process: a child after a
fork makes its own."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any

from . import _http
from .errors import ClientClosed, InvalidArgument
from .tokens import TokenStore

if TYPE_CHECKING:
    from anyio import Lock


class Pool:
    """Connections for calls without await. A client that was given is used as it is, and never closed."""

    def __init__(
        self, given: _http.Client | None, stores: Iterable[TokenStore], sleep: Callable[[float], None] | None
    ) -> None:
        if given is not None and not isinstance(given, _http.Client):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("http_client has to be a synchronous client")
        self.sleep = sleep or time.sleep
        self._given = given
        self._client = given
        self._stores = tuple(stores)
        self._closed = False
        self._start()

    def _start(self) -> None:
        self._process = os.getpid()
        self._making = threading.Lock()
        self._locks = {store: threading.Lock() for store in self._stores}

    def client(self) -> _http.Client:
        """Return the connections, made at the first call of each process."""
        self.check_open()
        if self._process != os.getpid():
            self._inherited = self._client
            self._client = self._given
            self._start()
        if self._client is None:
            with self._making:
                if self._client is None:
                    self._client = _http.Client(follow_redirects=False, limits=_limits())
        return self._client

    def lock(self, store: TokenStore) -> threading.Lock:
        """Return the lock under which the token of a store is fetched."""
        return self._locks[store]

    def check_open(self) -> None:
        if self._closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("the client is closed")

    def close(self) -> None:
        """Close the connections; closing twice is fine."""
        self._closed = True
        if self._client is not None and self._given is None:
            self._client.close()


class AsyncPool:
    """The asynchronous twin of Pool."""

    def __init__(
        self,
        given: _http.AsyncClient | None,
        stores: Iterable[TokenStore],
        sleep: Callable[[float], Awaitable[None]] | None,
    ) -> None:
        if given is not None and not isinstance(given, _http.AsyncClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("http_client has to be an asynchronous client")
        self.sleep = sleep or _sleep
        self._given = given
        self._client = given
        self._closed = False
        self._process = os.getpid()
        self._locks: dict[TokenStore, Lock] = {}

    def client(self) -> _http.AsyncClient:
        """Return the connections, made at the first call of each process."""
        self.check_open()
        if self._process != os.getpid():
            self._inherited = self._client
            self._client, self._process, self._locks = self._given, os.getpid(), {}
        if self._client is None:
            self._client = _http.AsyncClient(follow_redirects=False, limits=_limits())
        return self._client

    def lock(self, store: TokenStore) -> Lock:
        """Return the lock under which the token of a store is fetched, for asyncio and trio."""
        if store not in self._locks:
            from anyio import Lock

            self._locks[store] = Lock()
        return self._locks[store]

    def check_open(self) -> None:
        if self._closed or (self._given is not None and self._given.is_closed):
            raise ClientClosed("the client is closed")

    async def aclose(self) -> None:
        """Close the connections; closing twice is fine."""
        self._closed = True
        if self._client is not None and self._given is None:
            await self._client.aclose()


async def _sleep(seconds: float) -> None:
    from anyio import sleep

    await sleep(seconds)


def _limits() -> Any:
    return _http.Limits(max_connections=100, max_keepalive_connections=50)
