"""Contents: the media types of a body or an answer -> Content. `KINDS` is the one table of what they are.

To add a kind: a class in `ir.contents`, a row here, and a row in `python.contents`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...data import Json, as_map, is_map
from ...ir import (
    NULL,
    Alias,
    Array,
    Body,
    BytesContent,
    Class,
    Content,
    EventsContent,
    Field,
    File,
    FormContent,
    Header,
    JsonContent,
    LinesContent,
    Model,
    MultipartContent,
    NoContent,
    Part,
    Ref,
    Scalar,
    TextContent,
    Type,
    XmlContent,
)
from ...report import Report
from ..read.document import Document, join
from .aliases import written_out
from .types import lower_type

STRING = Scalar("string")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content. pattern: of its media types, without parameters.

    sent, read: its place among the alternatives of a body, and of an answer; the lowest is the one that is spoken.
    value: what a caller gives or gets where that is not the type that the document states.
    """

    content: type[Any]
    pattern: str
    sent: int
    read: int
    value: Type | None = None


KINDS = (
    Kind(JsonContent, r"(application|text)/(json|[\w.+-]+\+json|jsonp?|x-json)|\*/\*|application/\*", 0, 0),
    Kind(FormContent, r"application/x-www-form-urlencoded", 1, 2, File()),
    Kind(MultipartContent, r"multipart/.*", 2, 2, File()),
    Kind(LinesContent, r"application/(x-)?(ndjson|jsonl|jsonlines|json-seq|json-lines)", 3, 2, File()),
    Kind(EventsContent, r"text/event-stream", 4, 1, STRING),
    Kind(XmlContent, r"(application|text)/([\w.+-]+\+)?xml", 4, 1, STRING),
    Kind(TextContent, r"text/.*|application/([\w.+-]+\+)?(yaml|x-yaml|javascript|graphql|jwt)", 4, 1, STRING),
    Kind(BytesContent, r"(application|image|audio|video|font|model)/[\w.*+-]+", 3, 2, File()),
)
_OF = {each.content: each for each in KINDS}


def kind_of(media: str) -> Kind | None:
    """Return how a media type is handled; none when it is unknown, and then it is bytes.

    >>> media = ("application/problem+json; charset=utf-8", "image/png", "text/csv", "x")
    >>> [kind.content.__name__ if (kind := kind_of(each)) else None for each in media]
    ['JsonContent', 'BytesContent', 'TextContent', None]
    """
    name = media.partition(";")[0].strip().lower()
    return next((each for each in KINDS if re.fullmatch(each.pattern, name)), None)


def read_type(content: Content) -> Type:
    """Return the type of what a caller gets for a content of an answer."""
    if isinstance(content, NoContent):
        return NULL
    return _OF[type(content)].value or content.type


class Contents:
    """Lowers what stands under `content`."""

    def __init__(self, document: Document, models: Mapping[str, Model], report: Report) -> None:
        self._document = document
        self._models = models
        self._report = report

    def body(self, value: Json, pointer: str) -> Body | None:
        """Return what a request takes; none when it takes nothing."""
        body, place = self._document.follow(value, pointer)
        if not is_map(body) or not as_map(body.get("content")):
            return None
        for media in as_map(body["content"]):
            if kind_of(media) is None:
                at = self._document.at(join(place, "content", media))
                self._report.degraded("E405", f"the media type {media!r} is sent as bytes", at)
        return Body(
            required=body.get("required") is True,
            doc=str(body.get("description") or ""),
            contents=self.of(body, place, sent=True),
            at=self._document.at(place),
        )

    def of(self, holder: Json, pointer: str, *, sent: bool) -> tuple[Content, ...]:
        """Return the contents of a body or an answer, the one that is spoken first, the others in document order."""
        found = [
            self._content(media, as_map(each), join(pointer, "content", media), sent=sent)
            for media, each in as_map(as_map(holder).get("content")).items()
        ]
        if not found:
            return (NoContent("", NULL, self._document.at(pointer)),)
        return tuple(sorted(found, key=lambda each: _OF[type(each)].sent if sent else _OF[type(each)].read))

    def headers(self, holder: Json, pointer: str) -> tuple[Header, ...]:
        """Return the headers of an answer or a part. Content-Type is told by the content (OpenAPI 3.1, 4.8.17)."""
        found: list[Header] = []
        for wire, each in as_map(as_map(holder).get("headers")).items():
            value, place = self._document.follow(each, join(pointer, "headers", wire))
            if not is_map(value) or wire.lower() == "content-type":
                continue
            stated = as_map(value.get("content"))
            schema = as_map(next(iter(stated.values()))).get("schema", {}) if stated else value.get("schema", {})
            found.append(
                Header(
                    wire=wire,
                    type=lower_type(schema),
                    required=value.get("required") is True,
                    deprecated=value.get("deprecated") is True,
                    doc=str(value.get("description") or ""),
                    at=self._document.at(place),
                )
            )
        return tuple(found)

    def _content(self, media: str, holder: dict[str, Json], pointer: str, *, sent: bool) -> Content:
        kind = kind_of(media)
        at = self._document.at(pointer)
        found = lower_type(holder.get("schema", {}))
        if sent:
            found = written_out(found, self._models)
        if kind is None or kind.content is BytesContent:
            return BytesContent(media, File(found.facts), at)
        if kind.content is TextContent:
            return TextContent(media, STRING, at)
        if kind.content in (FormContent, MultipartContent):
            content: Content = kind.content(media, found, self._parts(found, holder, pointer), at)
            return content
        content = kind.content(media, found, at)
        return content

    def _parts(self, found: Type, holder: dict[str, Json], pointer: str) -> tuple[Part, ...]:
        """Return the fields of a form, with the encoding that is stated for each."""
        stated = as_map(holder.get("encoding"))
        return tuple(
            self._part(field, as_map(stated.get(field.wire)), join(pointer, "encoding", field.wire))
            for field in self._fields(found)
        )

    def _part(self, field: Field, rule: dict[str, Json], pointer: str) -> Part:
        explode = rule.get("explode")
        media = rule.get("contentType")
        return Part(
            name=field.name,
            wire=field.wire,
            type=field.type,
            required=field.required,
            many=isinstance(self._resolved(field.type), Array),
            media=tuple(each.strip() for each in media.split(",")) if isinstance(media, str) and media else (),
            style=str(rule.get("style") or ""),
            explode=explode if isinstance(explode, bool) else None,
            headers=self.headers(rule, pointer),
        )

    def _fields(self, found: Type) -> tuple[Field, ...]:
        """Return the fields of the class that a type leads to, inherited ones first."""
        resolved = self._resolved(found)
        model = self._models.get(resolved.model) if isinstance(resolved, Ref) else None
        if not isinstance(model, Class):
            return ()
        return tuple(each for base in model.bases for each in self._fields(Ref(base))) + model.fields

    def _resolved(self, found: Type) -> Type:
        """Follow aliases."""
        seen: set[str] = set()
        while isinstance(found, Ref) and found.model not in seen:
            seen.add(found.model)
            model = self._models.get(found.model)
            if not isinstance(model, Alias):
                break
            found = model.type
        return found
