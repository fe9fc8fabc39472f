"""Returns: responses -> Returns and Failure."""

from __future__ import annotations

from typing import Any

from ...data import as_map
from ...ir import Failure, Returns, Scalar, Type
from ..read.document import Document, join
from .bodies import kind_of
from .types import NULL, lower_type

_ORDER = ("json", "text", "bytes", "stream", "none")


def lower_returns(document: Document, operation: dict[str, Any], pointer: str) -> tuple[Returns, ...]:
    """Return the successful answers in document order; `default` counts where no success is named."""
    responses: dict[str, Any] = operation.get("responses") or {}
    statuses = [status for status in responses if status[:1] == "2"]
    if not statuses and "default" in responses:
        statuses = ["default"]
    return tuple(
        _returns(document, responses[status], status, join(pointer, "responses", status)) for status in statuses
    )


def lower_failures(document: Document, operation: dict[str, Any], pointer: str) -> tuple[Failure, ...]:
    """Return the documented errors that have a body, in document order."""
    responses: dict[str, Any] = operation.get("responses") or {}
    succeeds = any(status[:1] == "2" for status in responses)
    found: list[Failure] = []
    for status, response in responses.items():
        if status[:1] in "45" or (status == "default" and succeeds):
            answer = _returns(document, response, status, join(pointer, "responses", status))
            if answer.kind == "json":
                found.append(Failure(answer.status, answer.type, answer.doc, answer.schema, answer.at))
    return tuple(found)


def _returns(document: Document, response: Any, status: str, pointer: str) -> Returns:
    value, place = document.follow(response, pointer)
    doc = str(as_map(value).get("description") or "")
    content = as_map(as_map(value).get("content"))
    choices: list[tuple[str, str, Type]] = []
    for media, holder in content.items():
        schema = as_map(holder).get("schema", {})
        kind = {"json": "json", "text": "text"}.get(kind_of(media), "bytes")
        choices.append(
            (kind, media, lower_type(schema) if kind == "json" else Scalar("string" if kind == "text" else "bytes"))
        )
    kind, media, found = min(choices, key=lambda each: _ORDER.index(each[0]), default=("none", "", NULL))
    return Returns(
        kind=kind,
        media=media,
        offers=tuple(content),
        status=status.upper() if status != "default" else status,
        type=found,
        doc=doc,
        schema=as_map(content.get(media)).get("schema", {}),
        at=document.at(place),
    )
