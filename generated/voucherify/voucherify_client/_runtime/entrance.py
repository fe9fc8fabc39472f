"""How many requests are inside the HTTP library at a time: as many as it may have connections.

For each request that begins or ends, the library looks at every one that waits and every connection: a crowd of
thousands would hold it up for minutes. So they wait here, in the order in which they came, and enter where one leaves.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any

from ._http import PoolTimeout
from .deadline import Ended, Left
from .forks import remember

if TYPE_CHECKING:
    from anyio import Event


def _seconds(request: Any) -> float | None:
    """Return how long a request of the library may wait for a connection. Raises Passed."""
    timeout: float | None = request.extensions.get("timeout", {}).get("pool")
    return timeout.now(sent=False) if type(timeout) is Left else timeout


class Entrance:
    """Stands before the connections of a client that does not await."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool
        self._handle = pool.handle_request
        self._ended = False
        self.after_fork()
        remember(self)
        pool.handle_request = self._inside

    def after_fork(self) -> None:
        self._lock = threading.Lock()
        self._free: int = self._pool._max_connections
        self._turns: deque[threading.Lock] = deque()

    def _inside(self, request: Any) -> Any:
        self._enter(request)
        try:
            response = self._handle(request)
        except BaseException:
            self._leave()
            raise
        stream: Any = response.stream
        own: dict[str, Any] = stream.__dict__
        other = own.get("close")  # of another package that is given the same client

        def close() -> None:
            first = own.pop("close", None)
            if other is not None:
                own["close"] = other
            try:
                stream.close()
            finally:
                if first is not None:
                    self._leave()

        stream.close = close
        return response

    def _enter(self, request: Any) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
        seconds = _seconds(request)
        turn = threading.Lock()
        turn.acquire()
        with self._lock:
            if self._free:
                self._free -= 1
                return
            self._turns.append(turn)
        came = False
        try:
            came = turn.acquire(timeout=-1 if seconds is None else min(seconds, threading.TIMEOUT_MAX))
        finally:
            if not came:
                self._give_up(turn)
        if self._ended:
            raise Ended
        if not came:
            raise PoolTimeout("all connections are in use")

    def _give_up(self, turn: threading.Lock) -> None:
        with self._lock:
            if turn in self._turns:
                self._turns.remove(turn)
                return
        self._leave()

    def _leave(self) -> None:
        with self._lock:
            if self._turns:
                self._turns.popleft().release()
            else:
                self._free += 1

    def end(self) -> None:
        """Wake all that wait."""
        self._ended = True
        with self._lock:
            while self._turns:
                self._turns.popleft().release()


class AsyncEntrance:
    """The asynchronous twin of Entrance; whoever waits is cancelled where the client is closed."""

    def __init__(self, pool: Any) -> None:
        self._handle = pool.handle_async_request
        self._free: int = pool._max_connections
        self._turns: deque[Event] = deque()
        pool.handle_async_request = self._inside

    async def _inside(self, request: Any) -> Any:
        if self._free:
            self._free -= 1
        else:
            await self._wait(_seconds(request))
        try:
            response = await self._handle(request)
        except BaseException:
            self._leave()
            raise
        stream: Any = response.stream
        own: dict[str, Any] = stream.__dict__
        other = own.get("aclose")  # as in Entrance

        async def close() -> None:
            first = own.pop("aclose", None)
            if other is not None:
                own["aclose"] = other
            try:
                await stream.aclose()
            finally:
                if first is not None:
                    self._leave()

        stream.aclose = close
        return response

    async def _wait(self, seconds: float | None) -> None:
        from anyio import Event, move_on_after

        turn = Event()
        self._turns.append(turn)
        try:
            with move_on_after(seconds):
                await turn.wait()
                return
        except BaseException:
            self._give_up(turn)
            raise
        self._give_up(turn)
        raise PoolTimeout("all connections are in use")

    def _give_up(self, turn: Event) -> None:
        if turn in self._turns:
            self._turns.remove(turn)
        else:
            self._leave()

    def _leave(self) -> None:
        if self._turns:
            self._turns.popleft().set()
        else:
            self._free += 1
