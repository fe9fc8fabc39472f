"""Between our requests and answers and those of the HTTP library. No I/O."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, cast

from . import _http
from .errors import Answer, InvalidArgument
from .exchange import Failure, Outcome, Send
from .files import Chunks, piece

_RATIO = 200
_RATIO_FROM = 10_000_000


class QuietURL(_http.URL):
    """A URL whose text, as the library logs it, does not hold the credentials of its query."""

    def __init__(self, url: str, shown: str) -> None:
        super().__init__(url)
        self._shown = shown

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


class Content(_http.SyncByteStream, _http.AsyncByteStream):
    """A streamed body, opened anew for each try, for both kinds of client."""

    def __init__(self, open: Callable[[], Chunks]) -> None:
        self._open = open
        self._opened: Any = None

    def __iter__(self) -> Iterator[bytes]:
        self._opened = self._open()
        return cast("Iterator[bytes]", self._opened)

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._opened = self._open()
        return _Awaited(self._opened)

    def close(self) -> None:
        """Close the file that stands open where sending broke off."""
        if hasattr(self._opened, "close"):
            self._opened.close()


class _Awaited:
    """The pieces of a body for the asynchronous client. No generator: one that is left behind warns under trio."""

    def __init__(self, pieces: Chunks) -> None:
        self._pieces = pieces
        self._later: AsyncIterator[bytes] | None = None

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
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
    except _http.InvalidURL:
        return Failure("invalid", "the URL cannot be sent", sent=False)


def _build(send: Send) -> _http.Request:
    wire, times = send.wire, send.timeouts
    timeouts = {"connect": times.connect, "read": times.read, "write": times.write, "pool": times.pool}
    headers = wire.full_headers
    body = wire.body
    url = QuietURL(wire.full_url, wire.shown_url)
    timing = {"timeout": timeouts}
    if body is None or body.stream is None:
        content = None if body is None else body.content
        request = _http.Request(wire.method, url, headers=headers, content=content, extensions=timing)
    else:
        headers.insert(0, (b"Host", url.netloc))
        stream = Content(body.stream)
        request = _http.Request(wire.method, url, headers=headers, stream=stream, extensions=timing)
    request.url = url
    request.method = wire.method  # as it is written: httpx makes capitals of it
    return request


def release(request: _http.Request) -> None:
    """Close what the body of a request has opened, where sending broke off."""
    if isinstance(request.stream, Content):
        request.stream.close()


class Inflow:
    """Collects a body, decompressing it within a limit: never more than the limit is held."""

    __slots__ = (
        "_inflater",
        "_limit",
        "_parts",
        "_raw",
        "_send",
        "_size",
        "encoding",
        "headers",
        "read_before",
        "status",
    )

    def __init__(self, response: _http.Response, send: Send) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.read_before = response.is_stream_consumed  # a stand-in for a server hands over what is decompressed
        given = "identity" if self.read_before else response.headers.get("content-encoding", "identity")
        self.encoding = given.strip().lower()
        self._inflater: Any = None
        self._send = send
        self._limit = send.limit
        self._parts: list[bytes] = []
        self._raw = 0
        self._size = 0

    def take(self, chunk: bytes) -> Failure | None:
        """Add a piece as it came; return what is wrong with it."""
        self._raw += len(chunk)
        try:
            if self.encoding in ("gzip", "x-gzip", "deflate"):
                self._inflate(chunk)
            elif self.encoding in ("identity", ""):
                self._add(chunk)
            else:
                return self._failure("decode", "the body is compressed in a way that was not asked for")
        except zlib.error:
            return self._failure("decode", "the body is not compressed as it says")
        if self._size > self._limit:
            return self._failure("large", f"the body is larger than {self._limit} bytes")
        if self._size > _RATIO_FROM and self._size > self._raw * _RATIO:
            return self._failure("large", "the body was compressed suspiciously well")
        return None

    def _add(self, data: bytes) -> None:
        self._parts.append(data)
        self._size += len(data)

    def _inflate(self, data: bytes) -> None:
        """Decompress; several members of gzip may follow one another (RFC 1952, 2.2)."""
        while data and self._size <= self._limit:
            if self._inflater is None:
                self._inflater = zlib.decompressobj(_window(self.encoding, data))
            elif self._inflater.eof:
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._inflater = zlib.decompressobj(31)
            self._add(self._inflater.decompress(data, self._limit - self._size + 1))
            data = self._inflater.unconsumed_tail or self._inflater.unused_data

    def done(self) -> Outcome:
        """Return the answer, when all of it came."""
        if self._inflater is not None and not self._inflater.eof:
            return self._failure("read", "the body breaks off")
        return self._answer()

    def _answer(self) -> Answer:
        return Answer(self.status, self.headers, b"".join(self._parts), self._send.wire.url)

    def _failure(self, kind: str, message: str) -> Failure:
        answer = Answer(self.status, self.headers, b"".join(self._parts)[:2000], self._send.wire.url)
        return Failure(kind, message, sent=True, answer=answer)

    def broken(self, kind: str) -> Failure:
        """Return the failure of a body that broke off."""
        return self._failure(
            kind, "the answer did not come to its end in time" if kind == "timeout" else "the body breaks off"
        )


def _window(encoding: str, data: bytes) -> int:
    """Choose zlib's window: deflate is sent with and, wrongly, without its header (RFC 9110, 8.4.1.2)."""
    if encoding != "deflate":
        return 31
    wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0
    return 15 if wrapped else -15


def failed(error: Exception, inflow: Inflow | None) -> Failure:
    """Turn an error of the library, or of a body that is sent, into a Failure."""
    if isinstance(error, InvalidArgument):  # a file that cannot be read to its end
        return Failure("invalid", str(error), sent=True)
    if inflow is not None:
        return inflow.broken("timeout" if isinstance(error, _http.TimeoutException) else "read")
    said = str(error).strip()[:200] or type(error).__name__
    if isinstance(error, _http.ConnectTimeout | _http.PoolTimeout):
        return Failure("timeout", f"no connection in time ({type(error).__name__})", sent=False)
    if isinstance(error, _http.TimeoutException):
        return Failure("timeout", f"no answer in time ({type(error).__name__})", sent=True)
    if isinstance(error, _http.ConnectError | _http.ProxyError):
        return Failure("connect", f"no connection: {said}", sent=False)
    if isinstance(error, _http.InvalidURL) or "location" in said.lower():
        return Failure("location", "the answer redirects to what is not a URL", sent=True)
    return Failure("read", f"the connection broke: {said}", sent=True)
