"""Contents: what travels in a body or an answer. Each kind has media, the media type or range; type; and at."""

from __future__ import annotations

from dataclasses import dataclass

from ..report import Location
from .types import USUAL_XML, Type, Xml


@dataclass(frozen=True, slots=True)
class Header:
    """A header of an answer or a part."""

    wire: str
    type: Type
    required: bool
    deprecated: bool
    doc: str
    at: Location


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a form or multipart body. name: the attribute. many: each member of a list is a part of its own.

    media: the media types stated for it, style and explode: those stated ("" and none where the document is silent).
    allow_reserved: reserved characters stay as they are in a form.
    """

    name: str
    wire: str
    type: Type
    required: bool
    many: bool
    media: tuple[str, ...]
    style: str
    explode: bool | None
    headers: tuple[Header, ...]
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class JsonContent:
    media: str
    type: Type
    at: Location


@dataclass(frozen=True, slots=True)
class FormContent:
    """application/x-www-form-urlencoded."""

    media: str
    type: Type
    parts: tuple[Part, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class MultipartContent:
    """multipart/form-data and its kin (RFC 7578)."""

    media: str
    type: Type
    parts: tuple[Part, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class TextContent:
    media: str
    type: Type
    at: Location


@dataclass(frozen=True, slots=True)
class BytesContent:
    """Anything that is handed on as it is."""

    media: str
    type: Type
    at: Location


@dataclass(frozen=True, slots=True)
class XmlContent:
    """XML of which the document says what it holds; any other XML is text. xml: its name is that of the outermost
    element, "" where the document gives none."""

    media: str
    type: Type
    at: Location
    xml: Xml = USUAL_XML


@dataclass(frozen=True, slots=True)
class EventsContent:
    """Server-sent events. type: of the data of one event, or of the whole of it where `whole` says so: "json" or
    "text", what its data is. end: the data that ends the stream; "" for none."""

    media: str
    type: Type
    at: Location
    whole: str = ""
    end: str = "[DONE]"


@dataclass(frozen=True, slots=True)
class LinesContent:
    """One JSON value a line. type: of one value."""

    media: str
    type: Type
    at: Location


@dataclass(frozen=True, slots=True)
class NoContent:
    """No body."""

    media: str
    type: Type
    at: Location


Content = (
    JsonContent
    | FormContent
    | MultipartContent
    | TextContent
    | BytesContent
    | XmlContent
    | EventsContent
    | LinesContent
    | NoContent
)


@dataclass(frozen=True, slots=True)
class Body:
    """What an operation takes. contents: the alternatives, the one that its method sends first.

    model: the class whose fields may be given in its place, as keyword arguments, or ""; keywords: as in that class.
    """

    required: bool
    doc: str
    contents: tuple[Content, ...]
    at: Location
    model: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A documented answer. status: a code, a range like 2XX, or default. contents: never empty, those that are read
    first, in document order. spoken: how many of them are read; the rest says the same in another way."""

    status: str
    doc: str
    headers: tuple[Header, ...]
    contents: tuple[Content, ...]
    spoken: int
    at: Location
