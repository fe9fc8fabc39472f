"""A local server that answers the calls that are measured."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection


def serve(content: bytes, pipe: Connection) -> None:
    """Answer on a free port, in a process of its own so that its CPU is not counted."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    Handler.wbufsize = 65536
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_port)
    server.serve_forever()


@contextmanager
def served(content: bytes) -> Iterator[str]:
    """Run a server in a process of its own; yield its URL."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(content, theirs), daemon=True)
    server.start()
    yield f"http://127.0.0.1:{ours.recv()}"
    server.terminate()
    server.join()
