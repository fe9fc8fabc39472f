"""A server of a user that an API calls, on the loopback: it hands each request to a function, as it came.

with Receiver(lambda body, headers: webhooks.parse(body, headers=headers)) as receiver:
    result = receiver.deliver(b"{}", {"Content-Type": "application/json"})
"""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any, Self


class Receiver:
    """See the module. What the function returns or raises is what `deliver` returns or raises."""

    def __init__(self, take: Callable[[bytes, Any], object]) -> None:
        self.take = take
        self._outcome: list[tuple[object, BaseException | None]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                try:
                    outer._outcome.append((outer.take(body, self.headers), None))
                except BaseException as error:
                    outer._outcome.append((None, error))
                self.send_response(204)
                self.end_headers()

            do_PUT = do_POST

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def deliver(
        self, body: bytes, headers: dict[str, str] | Iterable[tuple[str, str]] = (), method: str = "POST"
    ) -> Any:
        """Send a request, and return what came of it. Pairs of headers may repeat a name."""
        connection = http.client.HTTPConnection("127.0.0.1", self._server.server_port)
        connection.putrequest(method, "/hook")
        for name, value in headers.items() if isinstance(headers, dict) else headers:
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        connection.getresponse().read()
        connection.close()
        value, error = self._outcome.pop()
        if error is not None:
            raise error
        return value
