"""A small threaded server on the loopback that records the bytes of each request and answers with scripted bytes.

    with Server([answer(200, {"id": "1"})]) as server:
        ...  # server.url is the base URL
        assert server.requests[0].target == "/customers/1"

Answers are given in turn, the last one again and again. An answer is bytes, or a function that is called with the
request: it returns bytes, or does what it likes with the socket and returns None, which closes the connection.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self


@dataclass
class Received:
    """One request as it came over the wire. connection: number of the connection it came on, from 0."""

    raw: bytes
    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    connection: int = 0
    socket: socket.socket | None = field(default=None, repr=False)

    def header(self, name: str) -> str | None:
        """The value of a header, None when it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


Scripted = bytes | Callable[[Received], bytes | None]


def answer(
    status: int = 200,
    body: object = None,
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    media: str = "application/json",
) -> bytes:
    """Write an answer with a length. body: bytes as they are, text in UTF-8, None for nothing, other data as JSON."""
    content = body if isinstance(body, bytes) else str(body).encode() if isinstance(body, str) else json_bytes(body)
    pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
    if content and not any(name.lower() == "content-type" for name, _ in pairs):
        pairs.append(("Content-Type", media))
    if status not in (204, 304) and not any(name.lower() == "content-length" for name, _ in pairs):
        pairs.append(("Content-Length", str(len(content))))
    lines = [f"HTTP/1.1 {status} Scripted", *(f"{name}: {value}" for name, value in pairs)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + content


def json_bytes(body: object) -> bytes:
    return b"" if body is None else json.dumps(body).encode()


class Server:
    """See the module. Ports are free ones of 127.0.0.1."""

    def __init__(self, answers: Sequence[Scripted]) -> None:
        self.answers = list(answers)
        self.requests: list[Received] = []
        self.connections = 0
        self.open = 0
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = int(self._listener.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=accept, args=(self._listener, self._accepted), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shut(self._listener)
        with self._lock:
            for each in self._sockets:
                shut(each)

    def _accepted(self, connection: socket.socket) -> None:
        with self._lock:
            number = self.connections
            self.connections += 1
            self.open += 1
            self._sockets.append(connection)
        threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            while (request := receive(connection, number)) is not None:
                with self._lock:
                    scripted = self.answers[min(len(self.requests), len(self.answers) - 1)]
                    self.requests.append(request)
                reply = scripted(request) if callable(scripted) else scripted
                if reply is None:
                    return
                connection.sendall(reply)
                if _closes(reply):
                    return
        except OSError:
            pass
        finally:
            shut(connection)
            with self._lock:
                self.open -= 1


def accept(listener: socket.socket, accepted: Callable[[socket.socket], None]) -> None:
    """Hand over each connection, until the listener is shut."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        accepted(connection)


def shut(connection: socket.socket) -> None:
    """Close a socket, also where a thread waits for it, which would keep it open."""
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


def _closes(reply: bytes) -> bool:
    return b"connection: close" in reply.partition(b"\r\n\r\n")[0].lower()


def receive(connection: socket.socket, number: int = 0) -> Received | None:
    """Read one request; None when the peer closed the connection."""
    raw = b""
    while b"\r\n\r\n" not in raw:
        more = connection.recv(65536)
        if not more:
            return None
        raw += more
    head, _, rest = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    named = {name.lower(): value for name, value in headers}
    if named.get("transfer-encoding") == "chunked":
        rest, body = _chunked(connection, rest)
    else:
        length = int(named.get("content-length", "0"))
        while len(rest) < length:
            rest += connection.recv(65536)
        body = rest[:length]
    return Received(head + b"\r\n\r\n" + rest, method, target, headers, body, number, connection)


def _chunked(connection: socket.socket, rest: bytes) -> tuple[bytes, bytes]:
    """Read a chunked body; return it as it came, and put together."""
    while not rest.endswith(b"0\r\n\r\n"):
        rest += connection.recv(65536)
    body, left = b"", rest
    while left:
        size, _, left = left.partition(b"\r\n")
        body += left[: int(size, 16)]
        left = left[int(size, 16) + 2 :]
    return rest, body


def json_of(request: Received) -> Any:
    """The JSON body of a request."""
    return json.loads(request.body)


def hang_up(request: Received) -> None:
    """Close the connection without an answer."""


def reset(request: Received) -> None:
    """Reset the connection."""
    assert request.socket is not None
    request.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.socket.close()


def half_closed(raw: bytes) -> Scripted:
    """Answer with these bytes, and say that nothing more will come; the connection itself stays."""

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(raw)
        request.socket.shutdown(socket.SHUT_WR)
        request.socket.recv(1)

    return reply


def never(request: Received) -> None:
    """Answer nothing until the peer is gone."""
    assert request.socket is not None
    request.socket.recv(1)


def cut(raw: bytes) -> Scripted:
    """Answer with these bytes, and close the connection."""

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(raw)

    return reply


def drip(head: bytes, rest: bytes, *, pieces: int = 1000, pause: float = 0.02) -> Scripted:
    """Answer with a head at once and the rest in so many pieces, with pauses in seconds between them."""

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(head)
        size = max(1, len(rest) // pieces)
        for at in range(0, len(rest), size):
            request.socket.sendall(rest[at : at + size])
            time.sleep(pause)

    return reply


def endless(head: bytes, piece: bytes, *, most: int = 10_000_000) -> Scripted:
    """Answer with a head, and then the same bytes again and again until the peer is gone, or so many have come."""

    def reply(request: Received) -> None:
        assert request.socket is not None
        request.socket.sendall(head)
        several = piece * (10_000 // len(piece))
        for _ in range(most // len(several)):
            request.socket.sendall(several)

    return reply


@contextlib.contextmanager
def slow_reader(*, pieces: int = 60, pause: float = 0.02) -> Iterator[str]:
    """Read what one client sends in so many small pieces, with pauses in seconds, and close; give the URL."""

    def read(listener: socket.socket) -> None:
        with listener.accept()[0] as connection, contextlib.suppress(OSError):
            for _ in range(pieces):
                connection.recv(100_000)
                time.sleep(pause)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=read, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()


@contextlib.contextmanager
def full_queue() -> Iterator[str]:
    """Give a URL where a connection is never accepted: the queue of those that wait is full."""
    with socket.socket() as listener, contextlib.ExitStack() as waiting:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            each = waiting.enter_context(socket.socket())
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until what other threads do has come true."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.005)
