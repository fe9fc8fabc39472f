"""Our requests -> those of the HTTP library. No I/O."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from . import _http
from .deadline import Left
from .exchange import Failure, Send
from .files import Chunks, piece


class QuietURL(_http.URL):
    """A URL whose text, as the library logs it, does not hold the credentials of its query."""

    def __init__(self, url: str, shown: str) -> None:
        super().__init__(url)
        self._shown = shown

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


class Unread(Exception):
    """A body cannot be read to its end: what was raised where it comes from."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Content(_http.SyncByteStream, _http.AsyncByteStream):
    """A streamed body, opened anew for each try, for both kinds of client."""

    def __init__(self, open: Callable[[], Chunks]) -> None:
        self._open = open
        self._opened: Any = None

    def __iter__(self) -> Iterator[bytes]:
        self._opened = self._open()
        return _Pieces(self._opened)

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._opened = self._open()
        return _Awaited(self._opened)

    def close(self) -> None:
        """Close the file that stands open where sending broke off."""
        if hasattr(self._opened, "close"):
            self._opened.close()


class _Pieces:
    """The pieces of a body for the client that does not await."""

    def __init__(self, pieces: Chunks) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return piece(next(self._pieces))
        except StopIteration:
            raise
        except Exception as error:
            raise Unread(error) from None


class _Awaited:
    """The pieces of a body for the asynchronous client. No generator: one that is left behind warns under trio."""

    def __init__(self, pieces: Chunks) -> None:
        self._pieces = pieces
        self._later: AsyncIterator[bytes] | None = None

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            return await self._next()
        except StopAsyncIteration:
            raise
        except Exception as error:
            raise Unread(error) from None

    async def _next(self) -> bytes:
        while True:
            if self._later is not None:
                try:
                    return piece(await anext(self._later))
                except StopAsyncIteration:
                    self._later = None
            following = next(self._pieces, None)
            if following is None:
                raise StopAsyncIteration
            if isinstance(following, bytes):
                return following
            self._later = aiter(following)


def build(send: Send) -> _http.Request | Failure:
    """Make the library's request; a Failure for a URL that it does not take."""
    try:
        return _build(send)
    except Exception as error:  # URLs alone raise six kinds
        return Failure("invalid", "the URL cannot be sent", sent=False, cause=error)


def _build(send: Send) -> _http.Request:
    wire, times = send.wire, send.timeouts
    timeouts = {
        "connect": _limited(times.connect, send),
        "read": _limited(times.read, send),
        "write": _limited(times.write, send),
        "pool": _limited(times.pool, send),
    }
    headers = wire.full_headers
    body = wire.body
    url = QuietURL(wire.full_url, wire.shown_url)
    told = {"timeout": timeouts, "operation": (send.call.request, send.call.decoder)}
    if body is None or body.stream is None:
        content = None if body is None else body.content
        request = _http.Request(wire.method, url, headers=headers, content=content, extensions=told)
    else:
        headers.insert(0, (b"Host", url.netloc))
        stream = Content(body.stream)
        request = _http.Request(wire.method, url, headers=headers, stream=stream, extensions=told)
    request.url = url
    request.method = wire.method  # as it is written: httpx makes capitals of it
    return request


def _limited(seconds: float, send: Send) -> float | None:
    """Return a timeout that knows the deadline. Who takes it for a number sees what is left now."""
    if send.deadline == float("inf"):
        return None if seconds == send.deadline else seconds
    left = send.deadline - send.clock()
    return Left(max(0.0, min(seconds, left)), send.deadline, send.clock)


def set_idle(request: _http.Request, seconds: float) -> None:
    """Say how long nothing may come of a body that is open."""
    timeouts: dict[str, float | None] = request.extensions["timeout"]
    timeouts["read"] = None if seconds == float("inf") else seconds


def may_have_arrived(request: _http.Request) -> bool:
    """Say whether something of a request was sent, as far as is known."""
    write = request.extensions["timeout"]["write"]
    return write.sent if isinstance(write, Left) else True


def release(request: _http.Request) -> None:
    """Close what the body of a request has opened, where sending broke off."""
    if isinstance(request.stream, Content):
        request.stream.close()
