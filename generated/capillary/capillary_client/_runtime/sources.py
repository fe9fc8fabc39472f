"""Bodies of answers that are left open: read piece by piece, decompressed, in bounded memory.

As in `transport`, frames that touch a request of the HTTP library do not raise: they return a Failure.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import cast

from . import _http
from .connections import restored
from .exchange import Failure, Opened, Send
from .receiving import BROKEN, UNKNOWN_ENCODING, WRONG_ENCODING, Unpacker, encoding_of, leave
from .sending import set_idle

_PIECE = 65536


def open_source(response: _http.Response, request: _http.Request, send: Send, *, wait: bool) -> Opened:
    """Return an answer whose body is still to come. wait: for a client that awaits."""
    set_idle(request, send.call.settings.timeout.idle)
    source = AsyncSource(response) if wait else Source(response)
    return Opened(response.status_code, restored(response), b"", send.wire.url, source)


class _Unpacking:
    """What both sources share: what came, decompressed."""

    def __init__(self, response: _http.Response) -> None:
        self._response = response
        self._unpacker = Unpacker(encoding_of(response))
        self._given = response.content if response.is_stream_consumed else None

    def _piece(self) -> bytes | Failure:
        """Return what can be had without reading, b"" for nothing."""
        unpacker = self._unpacker
        if not unpacker.is_known:
            return Failure("read", UNKNOWN_ENCODING, sent=True)
        try:
            while unpacker.left:
                if data := unpacker.unpack(_PIECE):
                    return data
        except zlib.error:
            return Failure("read", WRONG_ENCODING, sent=True)
        return b""

    def _end(self) -> Failure | None:
        return None if self._unpacker.is_whole else Failure("read", BROKEN, sent=True)


def _failed(error: Exception) -> Failure:
    if isinstance(error, _http.TimeoutException):
        return Failure("timeout", "nothing came in time", sent=True, cause=error)
    return Failure("read", BROKEN, sent=True, cause=error)


class Source(_Unpacking):
    """The body of an answer, for a client that does not await."""

    _pieces: Iterator[bytes] | None = None

    def read(self) -> bytes | Failure | None:
        """Return the next piece, never empty; None at the end."""
        if self._pieces is None:
            self._pieces = (
                iter([self._given]) if self._given is not None else iter(cast("Iterable[bytes]", self._response.stream))
            )
        try:
            while not (found := self._piece()):
                chunk = next(self._pieces, None)
                if chunk is None:
                    leave(self._response)
                    return self._end()
                self._unpacker.left = chunk
        except Exception as error:  # whatever a server sends
            return _failed(error)
        return found

    def close(self) -> None:
        self._response.close()


class AsyncSource(_Unpacking):
    """The asynchronous twin of Source."""

    _pieces: AsyncIterator[bytes] | None = None

    async def read(self) -> bytes | Failure | None:
        """Return the next piece, never empty; None at the end."""
        if self._pieces is None:
            self._pieces = (
                _given(self._given)
                if self._given is not None
                else aiter(cast("AsyncIterable[bytes]", self._response.stream))
            )
        try:
            while not (found := self._piece()):
                chunk = await anext(self._pieces, None)
                if chunk is None:
                    leave(self._response)
                    return self._end()
                self._unpacker.left = chunk
        except Exception as error:  # whatever a server sends
            return _failed(error)
        return found

    async def close(self) -> None:
        await self._response.aclose()


async def _given(content: bytes) -> AsyncIterator[bytes]:
    yield content
