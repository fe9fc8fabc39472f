"""Contents: the media types of a body or an answer -> Content. `KINDS` is the one table of what they are.

To add a kind: a class in `ir.contents`, a row here, and a row in `python.contents`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ...data import Json, as_map, is_map
from ...ir import (
    NULL,
    Anything,
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
    Literal,
    Map,
    Model,
    MultipartContent,
    NoContent,
    Part,
    Ref,
    Scalar,
    TextContent,
    Tuple,
    Type,
    Union,
    Xml,
    XmlContent,
)
from ...ir.walk import is_stream, stream_type
from ...report import Location, Report
from ..read.document import Document, component_name, join
from ..schema.vocabulary import target
from ..schema.walk import components
from .aliases import fields_of, resolved, written_out
from .files import as_file, contains_file, is_binary, part_media_type, reached
from .forms import FORM, FORMS, writable
from .headers import lower_header
from .negotiation import spoken_first
from .streams import events_content, lines_content
from .types import lower_type, union
from .xml import xml_of

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
    Kind(FormContent, FORM, 1, 2, File()),
    Kind(MultipartContent, r"multipart/.*", 2, 2, File()),
    Kind(LinesContent, r"application/(x-)?(ndjson|jsonl|jsonlines|json-seq|json-lines)", 3, 2),
    Kind(EventsContent, r"text/event-stream", 4, 1),
    Kind(XmlContent, r"(application|text)/([\w.+-]+\+)?xml", 4, 1),
    Kind(TextContent, r"text/.*|application/([\w.+-]+\+)?(yaml|x-yaml|javascript|graphql|jwt)", 4, 1, STRING),
    Kind(BytesContent, r"(application|image|audio|video|font|model)/[\w.*+-]+", 3, 2, File()),
)
_OF = {each.content: each for each in KINDS}
_JSON_OR_ANY = re.compile(r"json|\*|text/plain", re.IGNORECASE)
"""Media types of a part that an object may be sent as: JSON is text too."""


@lru_cache
def kind_of(media: str) -> Kind | None:
    """Return how a media type is handled; none when it is unknown, and then it is bytes.

    >>> media = ("application/problem+json; charset=utf-8", "image/png", "text/csv", "x")
    >>> [kind.content.__name__ if (kind := kind_of(each)) else None for each in media]
    ['JsonContent', 'BytesContent', 'TextContent', None]
    """
    name = media.partition(";")[0].strip().lower()
    return next((each for each in KINDS if re.fullmatch(each.pattern, name)), None)


def is_xml(media: str) -> bool:
    """Say whether a media type is one of XML."""
    kind = kind_of(media)
    return kind is not None and kind.content is XmlContent


def read_type(content: Content) -> Type:
    """Return the type of what a caller gets for a content of an answer."""
    if isinstance(content, NoContent):
        return NULL
    if is_stream(content):
        return stream_type(content)
    return _OF[type(content)].value or content.type


class Contents:
    """Lowers what stands under `content`."""

    def __init__(self, document: Document, models: Mapping[str, Model], report: Report) -> None:
        self._document = document
        self._models = models
        self._report = report
        self._answers: dict[str, tuple[tuple[Content, ...], int]] = {}
        self.files: set[str] = set()
        """The models that take files, as they are sent as multipart bodies; complete when all is lowered."""

    def body(self, value: Json, pointer: str, *, sent: bool = True) -> Body | None:
        """Return what a request takes; none when it takes nothing. sent: by the client, not by the API."""
        body, place = self._document.follow(value, pointer)
        if not is_map(body) or not as_map(body.get("content")):
            return None
        for media in as_map(body["content"]):
            if kind_of(media) is None:
                at = self._document.at(join(place, "content", media))
                self._report.degraded("E405", f"the media type {media!r} is sent as bytes", at)
        contents = self._sent(body, place)
        if sent:  # a form with files comes before JSON, which has none
            contents = tuple(sorted(contents, key=lambda each: not self._is_upload(each)))
        return Body(
            required=body.get("required") is True,
            doc=str(body.get("description") or ""),
            contents=tuple(self._with_files(each) for each in contents) if sent else contents,
            at=self._document.at(place),
        )

    def _sent(self, holder: Json, pointer: str) -> tuple[Content, ...]:
        """Return the contents of a body, the one that is sent where nothing else is asked for first."""
        found = self._all(holder, pointer, sent=True)
        stated = {content.media: type for content, type in found}
        contents = writable([content for content, _ in found], self._models, self._report)
        contents = tuple(sorted(contents, key=lambda each: _OF[type(each)].sent))
        content = contents[0]
        if isinstance(content, TextContent) and is_xml(content.media) and self._has_structure(stated[content.media]):
            message = "the outermost XML element has no name; the body is given as text"
            self._report.left_out("E407", message, content.at, help="give the schema `xml: {name: ...}`")
        return contents

    def read(self, holder: Json, pointer: str) -> tuple[tuple[Content, ...], int]:
        """Return the contents of an answer, those that are read first, and how many those are."""
        if pointer not in self._answers:  # many operations share the same few
            found = self._all(holder, pointer, sent=False)
            nothing = (NoContent("", NULL, self._document.at(pointer)),), 1
            self._answers[pointer] = (
                spoken_first(found, lambda each: _OF[type(each)].read, is_xml) if found else nothing
            )
        return self._answers[pointer]

    def _all(self, holder: Json, pointer: str, *, sent: bool) -> list[tuple[Content, Type]]:
        """Return the contents in document order, each with the type that the document states."""
        found: list[tuple[Content, Type]] = []
        for media, value in as_map(as_map(holder).get("content")).items():
            content = self._content(media, as_map(value), join(pointer, "content", media), sent)
            is_text = isinstance(content, TextContent)
            found.append((content, lower_type(as_map(value).get("schema", {})) if is_text else content.type))
        return found

    def headers(self, holder: Json, pointer: str) -> tuple[Header, ...]:
        """Return the headers of an answer or a part. Content-Type is told by the content (OpenAPI 3.1, 4.8.17)."""
        found: list[Header] = []
        for wire, each in as_map(as_map(holder).get("headers")).items():
            value, place = self._document.follow(each, join(pointer, "headers", wire))
            if not is_map(value) or wire.lower() == "content-type":
                continue
            found.append(lower_header(wire, value, self._document.at(place)))
        return tuple(found)

    def _content(self, media: str, holder: dict[str, Json], pointer: str, sent: bool) -> Content:
        kind = kind_of(media)
        at = self._document.at(pointer)
        found = lower_type(holder.get("schema", {}))
        if sent:
            found = written_out(found, self._models)
        if kind is None or kind.content is BytesContent:
            return BytesContent(media, File(found.facts), at)
        if kind.content in FORMS:
            content: Content = kind.content(media, found, self.parts(found, holder, pointer), at)
            return content
        if is_binary(resolved(found, self._models)):
            return BytesContent(media, File(found.facts), at)
        if kind.content is TextContent:
            return TextContent(media, STRING, at)
        if kind.content is XmlContent:
            xml = self._root(holder.get("schema", {}))
            named = bool(xml.name) or not sent  # nothing can be sent without the name of the outermost element
            has_type = named and self._has_structure(found)
            return XmlContent(media, found, at, xml) if has_type else TextContent(media, STRING, at)
        if kind.content is LinesContent:
            return lines_content(media, holder, found, at, self._models)
        if kind.content is EventsContent:
            return events_content(media, holder, found, at, self._models, self._report)
        content = kind.content(media, found, at)
        return content

    def _has_structure(self, found: Type) -> bool:
        """Say whether a value is more than a text, so that XML has elements for it."""
        whole = resolved(found, self._models)
        members = whole.members if isinstance(whole, Union) else (whole,)
        return any(self._is_structure(resolved(each, self._models)) for each in members)

    def _is_structure(self, found: Type) -> bool:
        if isinstance(found, Ref):
            return isinstance(self._models.get(found.model), Class)
        return isinstance(found, (Array, Tuple, Map))

    def _root(self, schema: Json) -> Xml:
        """Return how the outermost element stands; it is called like the component where nothing else is said."""
        schemas = components(self._document.data)
        xml, name = xml_of(schema, schemas), target(schema)
        if xml.name or name not in schemas:
            return xml
        own = component_name(self._document.at(join("/components/schemas", name)).pointer)
        return replace(xml, name=own) if own else xml

    def parts(self, found: Type, holder: dict[str, Json], pointer: str) -> tuple[Part, ...]:
        """Return the fields of a form, with the encoding that is stated for each."""
        stated = as_map(holder.get("encoding"))
        return tuple(
            self._part(field, as_map(stated.get(field.wire)), join(pointer, "encoding", field.wire))
            for field in fields_of(found, self._models)
        )

    def _part(self, field: Field, rule: dict[str, Json], pointer: str) -> Part:
        explode = rule.get("explode")
        media = rule.get("contentType")
        return Part(
            name=field.name,
            wire=field.wire,
            type=field.type,
            required=field.required,
            many=isinstance(resolved(field.type, self._models), Array),
            media=tuple(each.strip() for each in media.split(",")) if isinstance(media, str) and media else (),
            style=str(rule.get("style") or ""),
            explode=explode if isinstance(explode, bool) else None,
            allow_reserved=rule.get("allowReserved") is True,
            headers=self.headers(rule, pointer),
        )

    def _is_upload(self, content: Content) -> bool:
        parts = content.parts if isinstance(content, MultipartContent) else ()
        return any(contains_file(self._item(each.type)) for each in parts)

    def _with_files(self, content: Content) -> Content:
        """Return the content that is sent, its binary parts as files."""
        if not isinstance(content, MultipartContent):
            return content
        self.files |= reached(content.type, self._models)
        parts = tuple(self._with_file(each, content.at) for each in content.parts)
        return replace(content, type=as_file(content.type), parts=parts)

    def _with_file(self, part: Part, at: Location) -> Part:
        """Return a part that may be a file; report what cannot be said of one that is not."""
        item = self._item(part.type)
        if isinstance(item, Anything) or contains_file(item):
            media = part_media_type(item)
            return replace(part, type=as_file(part.type), media=part.media or ((media,) if media else ()))
        for header in part.headers:
            if not isinstance(header.type, Literal):
                message = f"the header {header.wire!r} of the part {part.wire!r} is left out: only files take headers"
                report = self._report.degraded if header.required else self._report.left_out
                report("E411", message, header.at)
        if self._is_object(item) and part.media and not any(_JSON_OR_ANY.search(each) for each in part.media):
            message = f"the part {part.wire!r} is sent as JSON: an object is not written as {', '.join(part.media)}"
            self._report.degraded("E412", message, replace(at, pointer=join(at.pointer, "encoding", part.wire)))
            return replace(part, media=())
        return part

    def _item(self, found: Type) -> Type:
        """Return what a part is made from, and each part of a list."""
        found = resolved(found, self._models)
        if isinstance(found, Array):
            return self._item(found.item)
        return union([self._item(each) for each in found.members]) if isinstance(found, Union) else as_file(found)

    def _is_object(self, found: Type) -> bool:
        return isinstance(found, Map) or (isinstance(found, Ref) and isinstance(self._models.get(found.model), Class))
