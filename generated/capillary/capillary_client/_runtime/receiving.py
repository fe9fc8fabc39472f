"""Answers of the HTTP library, and what it raises -> our outcomes. No I/O."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

from . import _http
from .connections import restored
from .deadline import Ended, Passed
from .errors import Answer, InvalidArgument
from .exchange import Failure, Outcome, Send
from .sending import Unread

T = TypeVar("T")

_RATIO = 200
_RATIO_FROM = 10_000_000
CLOSED = "the client was closed during the call"
BROKEN = "the body breaks off"
UNKNOWN_ENCODING = "the body is compressed in a way that was not asked for"
WRONG_ENCODING = "the body is not compressed as it says"


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


_TO_PROTOCOL = ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state")


def leave(response: _http.Response) -> None:
    """Give up the connection of an answer that more came after: it would be the answer to the next request.

    The library keeps what it has read too much; only a server that is broken, or attacked, sends that.
    """
    found: Any = response.stream
    for name in _TO_PROTOCOL:
        found = getattr(found, name, None)
    if found is not None and found.trailing_data[0]:
        response.extensions["network_stream"].spent = True


_NOTHING = _http.ByteStream(b"")


def unbind(response: _http.Response) -> None:
    """Take an answer that is closed and its stream, which hold each other, apart: so all of it is freed at once."""
    response.stream = _NOTHING


class Inflow:
    """Collects a body, decompressing it within a limit: never more than the limit is held."""

    __slots__ = ("_content", "_limit", "_raw", "_send", "_unpacker", "headers", "read_before", "status")

    def __init__(self, response: _http.Response, send: Send) -> None:
        self.status = response.status_code
        self.headers = restored(response)
        self.read_before = response.is_stream_consumed
        self._unpacker = Unpacker(encoding_of(response))
        self._send = send
        self._limit = send.call.settings.max_response_bytes
        self._content: bytes | bytearray = b""
        self._raw = 0

    def take(self, chunk: bytes) -> Failure | None:
        """Add a piece as it came; return what is wrong with it."""
        self._raw += len(chunk)
        unpacker = self._unpacker
        if not unpacker.is_known:
            return self.failure("decode", UNKNOWN_ENCODING)
        unpacker.left = chunk
        try:
            while unpacker.left and len(self._content) <= self._limit:
                self._add(unpacker.unpack(self._limit - len(self._content) + 1))
        except zlib.error:
            return self.failure("decode", WRONG_ENCODING)
        size = len(self._content)
        if size > self._limit:
            return self.failure("large", f"the body is larger than {self._limit} bytes")
        if size > _RATIO_FROM and size > self._raw * _RATIO:
            return self.failure("large", "the body was compressed suspiciously well")
        return None

    def _add(self, data: bytes) -> None:
        """Keep a piece. Many small ones would take many times their length if each were kept by itself."""
        if not self._content:
            self._content = data
            return
        if isinstance(self._content, bytes):
            self._content = bytearray(self._content)
        self._content += data

    def done(self) -> Outcome:
        """Return the answer, when all of it came."""
        if not self._unpacker.is_whole:
            return self.failure("read", BROKEN)
        return Answer(self.status, self.headers, bytes(self._content), self._send.wire.url)

    def failure(self, kind: str, message: str, cause: Exception | None = None) -> Failure:
        """Return the failure of a body that cannot be taken, or did not come to its end."""
        answer = Answer(self.status, self.headers, bytes(self._content[:2000]), self._send.wire.url)
        return Failure(kind, message, sent=True, answer=answer, cause=cause)


def _window(encoding: str, data: bytes) -> int:
    """Choose zlib's window: deflate is sent with and, wrongly, without its header (RFC 9110, 8.4.1.2)."""
    if encoding != "deflate":
        return 31
    wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0
    return 15 if wrapped else -15


def failed(error: Exception, inflow: Inflow | None) -> Failure:
    """Turn what the library raised, or what a body that is sent did, into a Failure.

    Nothing that a server sends, and nothing that a caller gives, leads to another exception than these: what the
    library did not foresee is a connection that broke.
    """
    if isinstance(error, Unread):
        return _unread(error.error)
    kind, message, sent = _described(error)
    if inflow is not None:
        shown = "the answer did not come to its end in time" if kind == "timeout" else BROKEN
        return inflow.failure("timeout" if kind == "timeout" else "read", shown, error)
    return Failure(kind, message, sent, cause=error)


def _unread(error: Exception) -> Failure:
    """Say that the body of a request broke off: a file that is shorter, an iterator that raises."""
    if isinstance(error, InvalidArgument):
        return Failure("invalid", str(error), sent=True)
    return Failure("invalid", f"the body could not be read to its end ({type(error).__name__})", sent=True, cause=error)


def _described(error: Exception) -> tuple[str, str, bool]:
    """Return the kind of a failure, how it is said, and whether the request may have arrived."""
    said = str(error).strip()[:200] or type(error).__name__
    if isinstance(error, Passed):
        return "timeout", str(error), error.sent
    if isinstance(error, Ended):
        return "closed", CLOSED, False
    if isinstance(error, _http.ConnectTimeout | _http.PoolTimeout):
        return "timeout", f"no connection in time ({type(error).__name__})", False
    if isinstance(error, _http.TimeoutException):
        return "timeout", f"no answer in time ({type(error).__name__})", True
    if isinstance(error, _http.ConnectError | _http.ProxyError):
        return "connect", f"no connection: {said}", False
    if isinstance(error, _http.UnsupportedProtocol | _http.LocalProtocolError):
        return "invalid", f"the request cannot be sent: {said}", False
    if isinstance(error, UnicodeError) and not isinstance(error, UnicodeDecodeError):
        return "invalid", f"the host has no name that can be looked up: {said}", False
    if isinstance(error, _http.InvalidURL) or "location" in said.lower():
        return "location", "the answer redirects to what is not a URL", True
    return "read", f"the connection broke: {said}", True


def closed(found: T, is_closed: bool) -> T | Failure:
    """Say of what failed since its client was closed meanwhile that this is why."""
    return (
        Failure("closed", CLOSED, found.sent, cause=found.cause) if is_closed and isinstance(found, Failure) else found
    )
