"""Our requests -> those of the HTTP library. No I/O."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from functools import lru_cache
from math import inf
from typing import Any

from . import _http
from .deadline import Left
from .exchange import Call, Failure, Send
from .files import Chunks, piece

_PLAIN = re.compile(
    r"(https?://[^/?#@]+)((?:/(?!\.)[\w.~-]*(?:%[0-9A-F]{2}[\w.~-]*)*)+)(?:\?((?:[\w.~=&-]|%[0-9A-F]{2})+))?", re.ASCII
)
"""A URL of whose path and query the library changes nothing."""
_SHORT = 2000
_TAKES_PARTS = hasattr(getattr(_http.URL("http://a"), "_uri_reference", None), "_replace")
"""Whether the library keeps the parts of a URL where they can be given to it; another release may not."""


class QuietURL(_http.URL):
    """A URL whose text, as the library logs it, does not hold the credentials of its query.

    The library takes long to look at every character of a URL; of a plain one it is shown the host, once.
    """

    _uri_reference: Any

    def __init__(self, url: str, shown: str) -> None:
        plain = _PLAIN.fullmatch(url) if _TAKES_PARTS and len(url) < _SHORT else None
        super().__init__(url if plain is None else _host(plain[1]))
        if plain is not None:
            self._uri_reference = self._uri_reference._replace(path=plain[2], query=plain[3])
        self._shown = shown

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


@lru_cache(64)
def _host(start: str) -> _http.URL:
    return _http.URL(start)


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


_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods of which the length of a body is told also where there is none (RFC 9110, 8.6)."""
_LENGTHS = frozenset({b"content-length", b"transfer-encoding"})


def _build(send: Send) -> _http.Request:
    wire, call = send.wire, send.call
    headers = wire.full_headers
    body = wire.body
    url = QuietURL(wire.full_url, wire.shown_url)
    names = {name.lower() for name, _ in headers}
    if b"host" not in names:
        headers.insert(0, (b"Host", url.netloc))
    told = {"timeout": _timeouts(call), "call": call}
    stream: Content | _http.ByteStream
    if body is not None and body.stream is not None:
        stream = Content(body.stream)
    else:
        content = b"" if body is None else body.content
        stream = _http.ByteStream(content)
        if (content or wire.method.upper() in _WITH_BODY) and not names & _LENGTHS:
            headers.append((b"Content-Length", str(len(content)).encode("ascii")))
    request = _http.Request(wire.method, url, headers=headers, stream=stream, extensions=told)
    if isinstance(stream, _http.ByteStream):
        request.read()
    request.url = url
    request.method = wire.method  # as it is written: the library makes capitals of it
    return request


def _timeouts(call: Call) -> dict[str, float | None]:
    """Return timeouts that know the deadline. Who takes them for numbers sees what is left now."""
    times, deadline, clock = call.settings.timeout, call.deadline, call.settings.clock
    steps = {"connect": times.connect, "read": times.read, "write": times.write, "pool": times.pool}
    if deadline == inf:
        return {name: None if seconds == inf else seconds for name, seconds in steps.items()}
    left = max(0.0, deadline - clock())
    return {name: Left(min(seconds, left), deadline, clock) for name, seconds in steps.items()}


def set_idle(request: _http.Request, seconds: float) -> None:
    """Say how long nothing may come of a body that is open."""
    timeouts: dict[str, float | None] = request.extensions["timeout"]
    timeouts["read"] = None if seconds == float("inf") else seconds


def may_have_arrived(request: _http.Request) -> bool:
    """Say whether something of a request was sent, as far as is known."""
    write = request.extensions["timeout"]["write"]
    return write.sent if isinstance(write, Left) else True


def is_streamed(request: _http.Request) -> bool:
    """Say whether the body of a request comes piece by piece, from a file or from an iterator of the caller."""
    return isinstance(request.stream, Content)


def release(request: _http.Request) -> None:
    """Close what the body of a request has opened, where sending broke off."""
    if isinstance(request.stream, Content):
        request.stream.close()
