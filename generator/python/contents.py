"""Contents: how each kind is spoken. `SPOKEN` is the one table of it; a kind that no row names is bytes.

To add a kind: a class in `ir.contents`, a row in `openapi.lower.contents`, a row here, and what the row names in the
runtime's `body` and `decode`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..ir import (
    Answer,
    Body,
    BytesContent,
    Content,
    EventsContent,
    File,
    FormContent,
    Header,
    JsonContent,
    LinesContent,
    Literal,
    MultipartContent,
    NoContent,
    Param,
    Part,
    Scalar,
    TextContent,
    Type,
    XmlContent,
)
from ..ir.walk import is_stream, spoken, stream_type
from .annotations import encoded, later
from .text import literal
from .xml import in_xml, root_key

_STRING = Scalar("string")
_BYTES = File()
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Speech:
    """How a kind of content is spoken.

    argument: the type of the argument that is sent, none for that of the content. body: spells what makes the body of
    a request. decoder: the runtime's function that reads an answer; "json" and "xml" are given the type.
    """

    argument: Type | None
    body: Callable[[Content], str]
    decoder: str


def _json_body(content: Content) -> str:
    usual = content.media in ("application/json", "*/*", "application/*")
    return f"json_body({encoded('body', content.type, json=True)}{'' if usual else f', {literal(content.media)}'})"


def _raw_body(content: Content) -> str:
    return f"raw_body(body, {literal(content.media)})"


def _xml_body(content: Content) -> str:
    assert isinstance(content, XmlContent)
    media = "" if content.media == "application/xml" else f", {literal(content.media)}"
    return f"xml_body({encoded('body', content.type)}, {literal(root_key(content))}{media})"


def _lines_body(content: Content) -> str:
    return f"lines_body(body, {literal(content.media)})"


def _form_body(content: Content) -> str:
    assert isinstance(content, FormContent)
    return f"form_body({encoded('body', content.type)}{_encodings(content.parts)})"


def _multipart_body(content: Content) -> str:
    assert isinstance(content, MultipartContent)
    usual = content.media in ("multipart/form-data", "multipart/*")
    media = "" if usual else f", media={literal(content.media)}"
    return f"multipart_body({encoded('body', content.type)}{_encodings(content.parts)}{media})"


SPOKEN: dict[type[Content], Speech] = {
    JsonContent: Speech(None, _json_body, "json"),
    FormContent: Speech(None, _form_body, "binary"),
    MultipartContent: Speech(None, _multipart_body, "binary"),
    TextContent: Speech(_STRING, _raw_body, "text"),
    XmlContent: Speech(None, _xml_body, "xml"),
    EventsContent: Speech(_STRING, _raw_body, "events"),
    LinesContent: Speech(None, _lines_body, "lines"),
    BytesContent: Speech(_BYTES, _raw_body, "binary"),
    NoContent: Speech(None, _raw_body, "nothing"),
}


def ways(body: Body) -> dict[str, Content]:
    """Return media type -> content for each way to send a body, the usual one first; files of all types are one way."""
    found: dict[str, Content] = {}
    files = ", ".join(one.media for one in body.contents if isinstance(one, BytesContent))
    for each in body.contents:
        found.setdefault(files if isinstance(each, BytesContent) else each.media, each)
    return found


def body_types(body: Body) -> list[Type]:
    """Return the types of what a body may be made from."""
    return [_given(each) for each in ways(body).values()]


def _given(content: Content) -> Type:
    """Return the type of what a content is made from."""
    if isinstance(content, LinesContent):
        return stream_type(content)
    return SPOKEN[type(content)].argument or content.type


def body_text(body: Body, names: Mapping[str, str], argument: str, media: str) -> str:
    """Spell what makes a body from an argument. names: what the constants of the module are called; media: the argument
    that says which of them it is sent as."""
    several = bodies_key(body)
    text = f"{names[several]}.write(body, {media})" if several else _written(*next(iter(ways(body).items())))
    return re.sub(r"\bbody\b(?=[,)])", argument, text, count=1)


def bodies_key(body: Body | None) -> str:
    """Spell the ways to send a body where there are several; "" where there is one."""
    if body is None or len(ways(body)) == 1:
        return ""
    spelt = [f"{literal(media)}: Way({_argument(each)}, {_writer(media, each)})" for media, each in ways(body).items()]
    return f"Bodies({{{', '.join(spelt)}}})"


def _argument(content: Content) -> str:
    """Spell the type that one of several ways is chosen by; what is read value by value is taken like a file."""
    return "Upload" if isinstance(content, LinesContent) else later(_given(content), sent=True)


def _writer(media: str, content: Content) -> str:
    """Spell a function that writes a body: the runtime's own where it needs no further argument."""
    text = _written(media, content)
    return text.removesuffix("(body)") if text.endswith("(body)") else f"lambda body: {text}"


def _written(media: str, content: Content) -> str:
    if isinstance(content, BytesContent):  # a file may be of any of the media types that are taken so
        return f"raw_body(body, {literal(media)})"
    return SPOKEN[type(content)].body(content)


def query_text(param: Param, name: str) -> str:
    """Spell what makes a whole query string from an argument. name: of the argument."""
    if param.content == _FORM and param.type != _STRING:
        return f"form_body({encoded(name, param.type)}{_encodings(param.parts)})"
    if param.content in (_FORM, "text/plain"):
        return f"raw_body({name}, {literal(param.content)})"
    return f"json_body({encoded(name, param.type, json=True)})"


def decoder(answers: tuple[Answer, ...]) -> str:
    """Spell how successes are read: one decoder where all are of a kind, else one for each status."""
    kinds = {SPOKEN[type(each)].decoder for answer in answers for each in spoken(answer)}
    media = {each.media for answer in answers for each in spoken(answer) if not isinstance(each, NoContent)}
    if len(media) <= 1 and all(answer.spoken == 1 for answer in answers):
        for kind in _TYPED:
            if kind in kinds and kinds <= {kind, "nothing"}:
                types = ", ".join(f"{literal(each.status)}: {read_as(each.contents[0])}" for each in answers)
                return f"{kind}({{{types}}}{_accept(kind, media)})"
        if len(kinds) <= 1 and not kinds & _STREAMS:
            kind = next(iter(kinds), "nothing")
            return f"{kind}({_accept(kind, media).removeprefix(', ')})"
    if len(answers) == 1:
        return _by_type(answers[0])
    return f"by_status({{{', '.join(f'{literal(each.status)}: {_by_type(each)}' for each in answers)}}})"


_TYPED = ("json", "xml")
"""Decoders that are given types."""
_STREAMS = {"events", "lines"}
"""Decoders of streams."""


def is_typed(answer: Answer) -> bool:
    """Say whether an answer is read as the type that is documented for it, alone or among others."""
    return any(isinstance(each, (JsonContent, XmlContent)) for each in spoken(answer))


def read_as(content: Content) -> str:
    """Spell what a content is read as, for a decoder that is given types."""
    if isinstance(content, XmlContent):
        return in_xml(content)
    return later(content.type) if isinstance(content, JsonContent) else "None"


def _by_type(answer: Answer) -> str:
    """Spell how one answer is read: by its media type where there are several."""
    if answer.spoken == 1:
        return _one(answer.status, answer.contents[0])
    spelt = [f"{literal(each.media)}: {_one(answer.status, each)}" for each in spoken(answer)]
    return f"by_type({{{', '.join(spelt)}}})"


def _one(status: str, content: Content) -> str:
    if is_stream(content):
        return _stream(content)
    kind = SPOKEN[type(content)].decoder
    accept = _accept(kind, {content.media})
    if kind in _TYPED:
        return f"{kind}({{{literal(status)}: {read_as(content)}}}{accept})"
    return f"{kind}({accept.removeprefix(', ')})"


def _stream(content: EventsContent | LinesContent) -> str:
    """Spell how a stream is read; what is as usual is left out."""
    read = later(content.type)
    if isinstance(content, LinesContent):
        return f"lines({read}, {literal(content.media)})"
    whole = f", whole={literal(content.whole)}" if content.whole else ""
    return f"events({read}{whole}{'' if content.end == '[DONE]' else f', end={literal(content.end)}'})"


def _accept(kind: str, media: set[str]) -> str:
    """Spell the media type to ask for, as a further argument; "" where it is the usual one, or a range for JSON."""
    asked = next(iter(media), "")
    usual = kind in ("nothing", "xml") or "/" not in asked
    usual |= kind == "json" and ("*" in asked or asked == "application/json")
    return "" if usual or asked == "*/*" else f", {literal(asked)}"


def _encodings(parts: tuple[Part, ...]) -> str:
    """Spell the encodings that are not the usual ones, as a further argument."""
    spelt = [f"{literal(each.wire)}: Encoding({text})" for each in parts if (text := _encoding(each))]
    return f", {{{', '.join(spelt)}}}" if spelt else ""


def _encoding(part: Part) -> str:
    """Spell the arguments of one encoding; "" for the usual one (OpenAPI 3.1, 4.8.15)."""
    style = part.style or "form"
    explode = style == "form" if part.explode is None else part.explode
    options = [f"style={literal(style)}"] if style != "form" else []
    if explode != (style == "form"):
        options.append(f"explode={explode}")
    if part.allow_reserved:
        options.append("allow_reserved=True")
    if part.media:
        options.append(f"content={literal(', '.join(part.media))}")
    headers = {each.wire: value for each in part.headers if (value := _header(each)) or each.required}
    if headers:
        options.append(f"headers={literal(headers)}")
    return ", ".join(options)


def _header(header: Header) -> str | None:
    """Return the value of a header that has only one; none when a caller says it."""
    found = header.type
    return str(found.values[0]) if isinstance(found, Literal) and len(found.values) == 1 else None
