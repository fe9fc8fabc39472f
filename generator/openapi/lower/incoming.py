"""Incoming: what the API calls by itself, webhooks and the callbacks of operations."""

from __future__ import annotations

from collections.abc import Iterator

from ...data import Json, as_map
from ...ir import Body, Callback, Webhook
from ..read.document import Document, join
from ..schema.walk import methods, sent, way
from .contents import Contents


def lower_webhooks(document: Document, contents: Contents) -> tuple[Webhook, ...]:
    """Return the requests that the API sends to its user (OpenAPI 3.1, 4.8.1), in document order."""
    return tuple(
        Webhook(name, sent(method), _doc(operation), _body(operation, place, contents), document.at(place))
        for name, item in as_map(as_map(document.data).get("webhooks")).items()
        for method, operation, place in _requests(document, item, join("/webhooks", name))
    )


def lower_callbacks(
    document: Document, operation: dict[str, Json], pointer: str, contents: Contents
) -> tuple[Callback, ...]:
    """Return the requests that the API sends because of an operation (OpenAPI 3.1, 4.8.18), in document order."""
    found: list[Callback] = []
    for name, each in as_map(operation.get("callbacks")).items():
        value, at = document.follow(each, join(pointer, "callbacks", name))
        for expression, item in as_map(value).items():
            for method, request, place in _requests(document, item, join(at, expression)):
                body = _body(request, place, contents)
                found.append(Callback(name, expression, sent(method), _doc(request), body, document.at(place)))
    return tuple(found)


def _requests(document: Document, item: Json, pointer: str) -> Iterator[tuple[str, dict[str, Json], str]]:
    value, place = document.follow(item, pointer)
    for method, operation in methods(value):
        yield method, operation, join(place, *way(method))


def _body(operation: dict[str, Json], pointer: str, contents: Contents) -> Body | None:
    return contents.body(operation.get("requestBody"), join(pointer, "requestBody"), sent=False)


def _doc(operation: dict[str, Json]) -> str:
    return str(operation.get("description") or operation.get("summary") or "")
