"""A server that speaks TLS with a certificate that nobody vouches for.

`loopback.pem` holds the certificate, which is its own issuer and good for 127.0.0.1 alone, and its key: no secret.
"""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from .server import Received, accept, receive, shut

CERTIFICATE = Path(__file__).parent / "loopback.pem"


class Guarded:
    """Answers each request in the same way and closes the connection. requests: what came through."""

    def __init__(self, reply: bytes) -> None:
        self.requests: list[Received] = []
        self._reply = reply
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(CERTIFICATE)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    def trusting(self) -> ssl.SSLContext:
        """Return what a client needs that trusts this server."""
        return ssl.create_default_context(cafile=str(CERTIFICATE))

    def __enter__(self) -> Self:
        threading.Thread(target=accept, args=(self._listener, self._accepted), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shut(self._listener)

    def _accepted(self, plain: socket.socket) -> None:
        with suppress(OSError), plain, self._context.wrap_socket(plain, server_side=True) as connection:
            request = receive(connection)
            if request is not None:
                self.requests.append(request)
                connection.sendall(self._reply)
