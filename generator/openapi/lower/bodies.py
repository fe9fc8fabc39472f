"""Bodies: requestBody -> Body, the media type that serves best first."""

from __future__ import annotations

import re
from typing import Any

from ...data import Json, as_map
from ...ir import Body, Part, Scalar
from ...report import Report
from ..read.document import Document, join
from ..schema.vocabulary import is_reference
from .types import lower_type

_ORDER = ("json", "form", "multipart", "binary", "text")


def lower_bodies(document: Document, operation: dict[str, Any], pointer: str, report: Report) -> tuple[Body, ...]:
    """Return the bodies an operation takes; the first is the one its method sends."""
    body, place = document.follow(operation.get("requestBody"), join(pointer, "requestBody"))
    content = as_map(as_map(body).get("content"))
    found: list[Body] = []
    for media, holder in content.items():
        at = join(place, "content", media)
        schema: Json = as_map(holder).get("schema", {})
        kind = kind_of(media)
        if not kind:
            report.degraded("E405", f"the media type {media!r} is sent as bytes", document.at(at))
            kind = "binary"
        found.append(
            Body(
                kind=kind,
                media=media,
                type=Scalar("bytes")
                if kind == "binary"
                else Scalar("string")
                if kind == "text"
                else lower_type(schema),
                required=body.get("required") is True,
                parts=_parts(document, schema, holder) if kind in ("form", "multipart") else (),
                doc=str(body.get("description") or ""),
                schema=schema,
                at=document.at(at),
            )
        )
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.kind)))


def kind_of(media: str) -> str:
    """Say how a media type is handled; "" when it is unknown.

    >>> kind_of("application/problem+json; charset=utf-8"), kind_of("image/png"), kind_of("text/csv"), kind_of("x")
    ('json', 'binary', 'text', '')
    """
    name = media.partition(";")[0].strip().lower()
    if re.fullmatch(r"(application|text)/(json|[\w.+-]+\+json|jsonp?|x-json)", name) or name in (
        "*/*",
        "application/*",
    ):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    if name.startswith("text/") or re.fullmatch(
        r"application/([\w.+-]+\+)?(xml|yaml|x-yaml|javascript|graphql|jwt)", name
    ):
        return "text"
    return "binary" if re.fullmatch(r"(application|image|audio|video|font|model)/[\w.*+-]+", name) else ""


def _parts(document: Document, schema: Json, holder: Json) -> tuple[Part, ...]:
    """Return the fields of a form whose encoding is stated or that hold a file."""
    if is_reference(schema):
        schema = document.follow(schema, "")[0]
    stated = as_map(as_map(holder).get("encoding"))
    parts: list[Part] = []
    for wire, each in as_map(as_map(schema).get("properties")).items():
        rule = as_map(stated.get(wire))
        inner = as_map(as_map(each).get("items", each))
        binary = inner.get("format") == "binary"
        if rule or binary:
            style = str(rule.get("style") or "form")
            explode = rule.get("explode")
            content = str(rule.get("contentType") or "")
            parts.append(Part(wire, content, style, explode if isinstance(explode, bool) else style == "form", binary))
    return tuple(parts)
