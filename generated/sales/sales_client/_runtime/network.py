"""Time and ends of connections: what waits on the network asks what is left of its call each time it waits.

The HTTP library opens connections, reads and writes through a backend, an object with the methods `connect_tcp`,
`connect_unix_socket` and `sleep`; it hands on the timeouts of a request as they were given. `install` lays `Backend`
over the one that a client has. It looks at timeouts that are a `Left` alone, so that a client which its owner uses
elsewhere too goes on as before.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any
from weakref import WeakSet

from .deadline import Ended, Left, Passed

_PIECE = 16384
"""Bytes that are written between two looks at the time: a socket that takes any takes so many."""


def _now(timeout: float | None, sent: bool = True) -> float | None:
    return timeout.now(sent) if type(timeout) is Left else timeout


class _Laid:
    """What both kinds of connection share. spent: it is not to be used for another request."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.spent = False

    def get_extra_info(self, info: str) -> Any:
        """Answer what the HTTP library asks. It gives up an idle connection where something waits to be read."""
        return True if self.spent and info == "is_readable" else self._inner.get_extra_info(info)


class Stream(_Laid):
    """A connection, for a client that does not await."""

    def __init__(self, inner: Any, backend: Backend) -> None:
        super().__init__(inner)
        self._backend = backend
        backend.opened.add(self)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        found: bytes = self._inner.read(max_bytes, _now(timeout))
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if len(buffer) <= _PIECE:
            if buffer:
                self._inner.write(buffer, _now(timeout))
            return
        view = memoryview(buffer)
        for at in range(0, len(view), _PIECE):
            self._inner.write(bytes(view[at : at + _PIECE]), _now(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        before: socket.socket = self._inner.get_extra_info("socket")
        with socket.fromfd(before.fileno(), before.family, before.type) as handle:  # `before` goes into what is made
            self._backend.opening.add(handle)
            try:
                inner = self._inner.start_tls(ssl_context, server_hostname, _now(timeout, sent=False))
            finally:
                self._backend.opening.discard(handle)
        return Stream(inner, self._backend)

    def shut(self) -> None:
        """Wake whoever waits for the connection: nothing more comes."""
        _shut(self._inner.get_extra_info("socket"))


def _shut(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


class Backend:
    """Opens connections, for a client that does not await. Each is opened in a thread of its own: neither the look-up
    of a name nor the addresses of a host that are tried in turn can be bounded in another way."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._ended = False
        self._attempts: WeakSet[_Attempt] = WeakSet()
        self.opened: WeakSet[Stream] = WeakSet()
        self.opening: set[socket.socket] = set()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Stream:
        connect = partial(
            self._inner.connect_tcp, host, port, local_address=local_address, socket_options=socket_options
        )
        return self._connect(connect, timeout)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> Stream:
        return self._connect(partial(self._inner.connect_unix_socket, path, socket_options=socket_options), timeout)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)

    def _connect(self, connect: Callable[..., Any], timeout: float | None) -> Stream:
        seconds = _now(timeout, sent=False)
        if type(timeout) is not Left:
            return Stream(connect(timeout=seconds), self)
        attempt = _Attempt(partial(connect, timeout=seconds))
        self._attempts.add(attempt)
        if self._ended:
            raise Ended
        return Stream(attempt.wait(seconds), self)

    def end(self) -> None:
        """Wake all that wait for a connection, or for what comes over one."""
        self._ended = True
        for attempt in list(self._attempts):
            attempt.end()
        for stream in list(self.opened):
            stream.shut()
        for handle in list(self.opening):
            _shut(handle)


class _Attempt:
    """A connection that is being made in another thread."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connect = connect
        self._found: SimpleQueue[Any] = SimpleQueue()
        self._lock = threading.Lock()
        self._given_up = False

    def _run(self) -> None:
        try:
            found = self._connect()
        except Exception as error:
            found = error
        with self._lock:
            if not self._given_up:
                self._found.put(found)
                return
        if not isinstance(found, Exception):
            found.close()

    def wait(self, seconds: float | None) -> Any:
        """Return the connection. Raises what the library does, Passed and Ended."""
        threading.Thread(target=self._run, name="connect", daemon=True).start()
        found: Any = None
        try:
            found = self._found.get(timeout=seconds)
        except Empty:
            found = Passed(sent=False)
        finally:
            if found is None or isinstance(found, Passed | Ended):
                self._give_up()
        if isinstance(found, Exception):
            raise found
        return found

    def _give_up(self) -> None:
        with self._lock:
            self._given_up = True
        with suppress(Empty):
            late = self._found.get_nowait()
            if not isinstance(late, Exception):
                late.close()

    def end(self) -> None:
        self._found.put(Ended())


class AsyncStream(_Laid):
    """A connection, for a client that awaits."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        found: bytes = await self._inner.read(max_bytes, _now(timeout))
        return found

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if buffer:
            await self._inner.write(buffer, _now(timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> AsyncStream:
        try:
            inner = await self._inner.start_tls(ssl_context, server_hostname, _now(timeout, sent=False))
        except BaseException:  # the library closes nothing where it is cancelled
            from anyio import CancelScope

            with CancelScope(shield=True):
                await self._inner.aclose()
            raise
        return AsyncStream(inner)


class AsyncBackend:
    """The asynchronous twin of Backend; waiting calls are cancelled where the client is closed."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> AsyncStream:
        seconds = _now(timeout, sent=False)
        return AsyncStream(
            await self._inner.connect_tcp(
                host, port, timeout=seconds, local_address=local_address, socket_options=socket_options
            )
        )

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> AsyncStream:
        seconds = _now(timeout, sent=False)
        return AsyncStream(await self._inner.connect_unix_socket(path, timeout=seconds, socket_options=socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


def _layers(backend: Any) -> Iterator[Any]:
    """Yield a backend, and those that it was laid over."""
    while backend is not None:
        yield backend
        backend = getattr(backend, "_inner", None)


def install(client: Any, make: Callable[[Any], Any], enter: Callable[[Any], Any]) -> list[Any]:
    """Lay a backend over each that a client of the HTTP library has, and an entrance before it; return them.

    make: Backend or AsyncBackend; enter: Entrance or AsyncEntrance, for connections that carry one request at a time.
    Transports that open no connections of this kind stay as they are: stand-ins for servers, and what a caller has
    written. Of those that were laid over already, nothing is returned. Another package may share the client: it lays
    its own, once too.
    """
    transports = [client._transport, *client._mounts.values()]
    pools = [pool for each in transports if (pool := getattr(each, "_pool", None)) is not None]
    made: list[Any] = []
    for pool in pools:
        inner = getattr(pool, "_network_backend", None)
        if inner is not None and not any(isinstance(each, Backend | AsyncBackend) for each in _layers(inner)):
            pool._network_backend = make(inner)
            made += [pool._network_backend] if pool._http2 else [enter(pool), pool._network_backend]
    return made
