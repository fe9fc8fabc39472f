"""Media types: what a `content` names by a word without a slash is none (RFC 9110, 8.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...data import Json, as_map, is_map
from ...report import Report
from ..read.document import Draft, join
from ..schema.walk import components, incoming, methods, operations, way
from .wire import parameters

_ANY = "*/*"


def settle_media_types(draft: Draft, report: Report) -> None:
    """Leave out what is no media type, or read it as any where the content has no other, in place."""
    for holder, pointer in _holders(draft.data):
        content = as_map(holder.get("content"))
        for media in [each for each in content if "/" not in each]:
            is_alone = len(content) == 1
            answer = f"reads it as {_ANY!r}, which is JSON" if is_alone else "leaves it out"
            at = replace(draft.at(join(pointer, "content", media)), is_key=True)
            report.degraded("E227", f"{media!r} is no media type; `build` {answer}", at)
            value = content.pop(media)
            if is_alone:
                content[_ANY] = value
                draft.move({join(pointer, "content", _ANY): join(pointer, "content", media)})


def _holders(data: dict[str, Json]) -> Iterator[tuple[dict[str, Json], str]]:
    """Yield what may have a `content`, with its pointer."""
    yield from parameters(data)
    bodies = [
        (each, join("/components/requestBodies", name)) for name, each in components(data, "requestBodies").items()
    ]
    responses = [(each, join("/components/responses", name)) for name, each in components(data, "responses").items()]
    sent = [(operation, pointer) for _, _, _, operation, pointer in operations(data)]
    sent += [(each, join(at, *way(method))) for item, at, _ in incoming(data) for method, each in methods(item)]
    for operation, pointer in sent:
        bodies.append((operation.get("requestBody"), join(pointer, "requestBody")))
        for status, each in as_map(operation.get("responses")).items():
            responses.append((each, join(pointer, "responses", status)))
    yield from ((each, pointer) for each, pointer in [*bodies, *responses] if is_map(each))
