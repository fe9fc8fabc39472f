"""Streams: events (WHATWG HTML, 9.2) and values of JSON, one a line or a record (RFC 7464)."""

from __future__ import annotations

import json
from typing import Any

from .document import Document, Place

EVENTS = "text/event-stream"


def item_of(document: Document, media: Place) -> Place:
    """Return where the schema of what comes one after the other stands: `itemSchema`, else that of a list's items."""
    if media.at("itemSchema").value is not None:
        return media.at("itemSchema")
    schema = document.follow(media.at("schema"))
    return schema.at("items") if isinstance(schema.value, dict) and schema.value.get("type") == "array" else schema


def streamed(media: str, values: list[Any]) -> bytes:
    """Write values one after the other."""
    if media == EVENTS:
        texts = [each if isinstance(each, str) else json.dumps(each) for each in values]
        return "".join(f"data: {each}\n\n" for each in texts).encode()
    before = "\x1e" if "json-seq" in media else ""
    return "".join(f"{before}{json.dumps(each)}\n" for each in values).encode()


def values_of(media: str, content: bytes) -> list[Any]:
    """Read lines or records. Raises ValueError for what is none."""
    between = b"\x1e" if "json-seq" in media else b"\n"
    return [json.loads(each) for each in content.split(between) if each.strip()]
