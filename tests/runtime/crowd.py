"""A server for very many calls, in a process of its own. Every so often it fails, each time in another way.

    with Crowd(failing=5) as crowd:  # each fifth request fails
        ...  # crowd.url; GET /.../x is answered with {"question": "x"}, /oauth/token with a token
        crowd.said()  # {"requests": 12, "tokens": 1, "open": 0, "opened": 3, "most": 2}

It is run as a program too: `crowd.py FAILING` prints its port, and ends when its input does.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
from types import TracebackType
from typing import Self

HEAD = b"HTTP/1.1 %d Crowd\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


def sound(value: object) -> bytes:
    body = json.dumps(value).encode()
    return HEAD % (200, len(body)) + body


FAILURES: list[tuple[bytes, bool]] = [
    (HEAD % (200, 5) + b'{"que', True),
    (HEAD % (503, 0), True),
    (b"", False),
    (HEAD % (200, 100) + b'{"question": "bro', False),
    (HEAD % (500, 2) + b"{}", True),
    (HEAD % (429, 0), True),
]
"""What a failure is, in turn: what is answered, and whether the connection stays; without an answer it is reset. A dead
server never sends the first one, which is a whole answer with a good status."""


class Answering:
    """What the program does. failing: each request of that number fails; 1 is a dead server."""

    def __init__(self, failing: int) -> None:
        self.failing = failing
        self.counts = {"requests": 0, "tokens": 0, "open": 0, "opened": 0, "most": 0}
        self.failed = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.counts["open"] += 1
        self.counts["opened"] += 1
        self.counts["most"] = max(self.counts["most"], self.counts["open"])
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) and await self.answer(head, reader, writer):
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.counts["open"] -= 1
            writer.close()

    async def answer(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; say whether the connection stays."""
        target = head.split(b" ", 2)[1].decode()
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                await reader.readexactly(int(line.partition(b":")[2]))
        if target == "/said":
            writer.write(sound(self.counts))
            return False
        if target == "/oauth/token":
            self.counts["tokens"] += 1
            writer.write(sound({"access_token": f"t{self.counts['tokens']}", "expires_in": 3600}))
            return True
        self.counts["requests"] += 1
        if self.counts["requests"] % self.failing:
            writer.write(sound({"question": target.rpartition("/")[2]}))
            return True
        kinds = FAILURES[1:] if self.failing == 1 else FAILURES
        failure, stays = kinds[self.failed % len(kinds)]
        self.failed += 1
        if failure:
            writer.write(failure)
        else:
            writer.transport.abort()
        return stays


async def main(failing: int) -> None:
    server = await asyncio.start_server(Answering(failing).serve, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


class Crowd:
    """See the module."""

    def __init__(self, failing: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(failing)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def said(self) -> dict[str, int]:
        """Return what came, and how many connections are open, were opened, and were open at most at a time."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request("GET", "/said")
            found: dict[str, int] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return {**found, "open": found["open"] - 1, "opened": found["opened"] - 1}


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
