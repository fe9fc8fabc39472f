"""An ASGI application behind the scripted server: what comes over the socket is handed to it, and its answer sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import unquote

from runtime.server import Received

Message = MutableMapping[str, Any]
Application = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]],
    Awaitable[None],
]


def serving(application: Application) -> Callable[[Received], bytes]:
    """Return what answers requests for the server."""

    def reply(request: Received) -> bytes:
        return asyncio.run(_answer(application, request))

    return reply


async def _answer(application: Application, request: Received) -> bytes:
    path, _, query = request.target.partition("?")
    scope: Message = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers],
    }
    pieces = [request.body[at : at + 1000] for at in range(0, len(request.body), 1000)] or [b""]
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    await application(scope, receive, send)
    start, *bodies = sent
    lines = [b"HTTP/1.1 %d Answered" % start["status"], *(b": ".join(pair) for pair in start["headers"]), b"", b""]
    return b"\r\n".join(lines) + b"".join(each.get("body", b"") for each in bodies)
