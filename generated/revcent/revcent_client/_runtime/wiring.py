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
BROKEN = "the body breaks off"
UNKNOWN_ENCODING = "the body is compressed in a way that was not asked for"
WRONG_ENCODING = "the body is not compressed as it says"


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


def set_idle(request: _http.Request, seconds: float) -> None:
    """Say how long nothing may come of a body that is open."""
    timeouts: dict[str, float] = request.extensions["timeout"]
    timeouts["read"] = seconds


def release(request: _http.Request) -> None:
    """Close what the body of a request has opened, where sending broke off."""
    if isinstance(request.stream, Content):
        request.stream.close()


class Unpacker:
    """Decompresses a body piece by piece. left: what came and is still to be unpacked."""

    __slots__ = ("_inflater", "encoding", "left")

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding.strip().lower()
        self.left = b""
        self._inflater: Any = None

    @property
    def is_known(self) -> bool:
        return self.encoding in ("gzip", "x-gzip", "deflate", "identity", "")

    @property
    def is_whole(self) -> bool:
        """Whether what came may be all."""
        return self._inflater is None or self._inflater.eof

    def unpack(self, most: int) -> bytes:
        """Take of `left`; return at most so many bytes. Raises zlib.error.

        Several members of gzip may follow one another (RFC 1952, 2.2).
        """
        data, self.left = self.left, b""
        if self.encoding in ("identity", ""):
            return data
        if self._inflater is None:
            self._inflater = zlib.decompressobj(_window(self.encoding, data))
        elif self._inflater.eof:
            if not data.startswith(b"\x1f\x8b"):
                return b""
            self._inflater = zlib.decompressobj(31)
        found: bytes = self._inflater.decompress(data, most)
        self.left = self._inflater.unconsumed_tail or self._inflater.unused_data
        return found


def encoding_of(response: _http.Response) -> str:
    """Return how a body is compressed. A stand-in for a server hands over what is decompressed."""
    found: str = response.headers.get("content-encoding", "identity")
    return "identity" if response.is_stream_consumed else found


class Inflow:
    """Collects a body, decompressing it within a limit: never more than the limit is held."""

    __slots__ = ("_limit", "_parts", "_raw", "_send", "_size", "_unpacker", "headers", "read_before", "status")

    def __init__(self, response: _http.Response, send: Send) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.read_before = response.is_stream_consumed
        self._unpacker = Unpacker(encoding_of(response))
        self._send = send
        self._limit = send.limit
        self._parts: list[bytes] = []
        self._raw = 0
        self._size = 0

    def take(self, chunk: bytes) -> Failure | None:
        """Add a piece as it came; return what is wrong with it."""
        self._raw += len(chunk)
        unpacker = self._unpacker
        if not unpacker.is_known:
            return self._failure("decode", UNKNOWN_ENCODING)
        unpacker.left = chunk
        try:
            while unpacker.left and self._size <= self._limit:
                data = unpacker.unpack(self._limit - self._size + 1)
                self._parts.append(data)
                self._size += len(data)
        except zlib.error:
            return self._failure("decode", WRONG_ENCODING)
        if self._size > self._limit:
            return self._failure("large", f"the body is larger than {self._limit} bytes")
        if self._size > _RATIO_FROM and self._size > self._raw * _RATIO:
            return self._failure("large", "the body was compressed suspiciously well")
        return None

    def done(self) -> Outcome:
        """Return the answer, when all of it came."""
        if not self._unpacker.is_whole:
            return self._failure("read", BROKEN)
        return self._answer()

    def _answer(self) -> Answer:
        return Answer(self.status, self.headers, b"".join(self._parts), self._send.wire.url)

    def _failure(self, kind: str, message: str) -> Failure:
        answer = Answer(self.status, self.headers, b"".join(self._parts)[:2000], self._send.wire.url)
        return Failure(kind, message, sent=True, answer=answer)

    def broken(self, kind: str) -> Failure:
        """Return the failure of a body that broke off."""
        return self._failure(kind, "the answer did not come to its end in time" if kind == "timeout" else BROKEN)


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
