"""The API of docs/acme.yaml, as a server answers it: two customers on two pages, one order, a chat and a file."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from runtime.server import Received, answer

CREATED = "2026-01-02T03:04:05Z"
ORDER = {"id": "o1", "status": "open", "total": "12.50"}
EVENTS = 'data: {"delta": "Hel"}\n\ndata: {"delta": "lo"}\n\ndata: [DONE]\n\n'


def customer(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"c{number}", "email": f"{number}@example.org", "created": CREATED, **more}


def answered(request: Received) -> bytes:
    """Return the answer to a request; 404 for what is not there."""
    url = urlsplit(request.target)
    place = f"{request.method} {url.path}"
    if place == "GET /customers":
        second = parse_qs(url.query).get("cursor") == ["next"]
        return answer(200, {"data": [customer(2 if second else 1)], "next_cursor": None if second else "next"})
    if place == "POST /customers":
        return answer(201, customer(3, **json.loads(request.body)))
    if place == "POST /chat":
        if json.loads(request.body).get("stream"):
            return answer(200, EVENTS, media="text/event-stream")
        return answer(200, {"text": "Hello yourself"})
    found = {
        "GET /customers/c1": answer(200, customer(1), {"X-Request-Id": "r1"}),
        "GET /customers/c1/notes": answer(200, {"notes": []}),
        "GET /orders/o1": answer(200, ORDER),
        "POST /files": answer(201, {"id": "file_1"}),
        "GET /files/file_1": answer(200, b"%PDF", media="application/octet-stream"),
    }
    return found.get(place) or answer(404, {"message": f"{place} is not there"})
