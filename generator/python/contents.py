"""Contents: how each kind is spoken. `SPOKEN` is the one table of it; a kind that no row names is bytes.

To add a kind: a class in `ir.contents`, a row in `openapi.lower.contents`, a row here, and what the row names in the
runtime's `body` and `decode`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..ir import (
    Answer,
    Body,
    BytesContent,
    Content,
    EventsContent,
    FormContent,
    JsonContent,
    LinesContent,
    MultipartContent,
    NoContent,
    Part,
    Scalar,
    TextContent,
    Type,
    XmlContent,
)
from .annotations import encoded, read_annotation
from .text import literal

_STRING = Scalar("string")
_BYTES = Scalar("bytes")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a kind of content is spoken.

    argument: the type of the argument that is sent, none for that of the content. body: spells what makes the body of
    a request. decoder: the runtime's function that reads an answer; "json" is given the type.
    """

    argument: Type | None
    body: Callable[[Content], str]
    decoder: str


def _json_body(content: Content) -> str:
    usual = content.media in ("application/json", "*/*", "application/*")
    return f"json_body({encoded('body', content.type, json=True)}{'' if usual else f', {literal(content.media)}'})"


def _raw_body(content: Content) -> str:
    return f"raw_body(body, {literal(content.media if '*' not in content.media else 'application/octet-stream')})"


def _form_body(content: Content) -> str:
    return f"form_body({encoded('body', content.type)}{_encodings(content)})"


def _multipart_body(content: Content) -> str:
    return f"multipart_body({encoded('body', content.type)}{_encodings(content)})"


SPOKEN: dict[type[Content], Speech] = {
    JsonContent: Speech(None, _json_body, "json"),
    FormContent: Speech(None, _form_body, "binary"),
    MultipartContent: Speech(None, _multipart_body, "binary"),
    TextContent: Speech(_STRING, _raw_body, "text"),
    XmlContent: Speech(_STRING, _raw_body, "text"),
    EventsContent: Speech(_STRING, _raw_body, "text"),
    LinesContent: Speech(_BYTES, _raw_body, "binary"),
    BytesContent: Speech(_BYTES, _raw_body, "binary"),
    NoContent: Speech(None, _raw_body, "nothing"),
}


def argument(body: Body) -> Type:
    """Return the type of the argument that a body is made from."""
    content = body.contents[0]
    return SPOKEN[type(content)].argument or content.type


def body_text(body: Body) -> str:
    """Spell what makes a body from the argument `body`."""
    content = body.contents[0]
    return SPOKEN[type(content)].body(content)


def decoder(answers: tuple[Answer, ...]) -> str:
    """Spell how successes are read: one decoder where all are of a kind, else one for each status."""
    kinds = {SPOKEN[type(each.contents[0])].decoder for each in answers}
    if "json" in kinds and kinds <= {"json", "nothing"}:
        return f"json({{{', '.join(f'{literal(each.status)}: {_json_type(each)}' for each in answers)}}})"
    if len(kinds) <= 1:
        return f"{next(iter(kinds), 'nothing')}()"
    return f"by_status({{{', '.join(f'{literal(each.status)}: {_one(each)}' for each in answers)}}})"


def is_json(answer: Answer) -> bool:
    """Say whether an answer is read as JSON."""
    return isinstance(answer.contents[0], JsonContent)


def _one(answer: Answer) -> str:
    kind = SPOKEN[type(answer.contents[0])].decoder
    return f"json({{{literal(answer.status)}: {_json_type(answer)}}})" if kind == "json" else f"{kind}()"


def _json_type(answer: Answer) -> str:
    return read_annotation(answer.contents[0].type) if is_json(answer) else "None"


def _encodings(content: Content) -> str:
    """Spell the encodings that are not the usual ones, as a further argument."""
    parts = content.parts if isinstance(content, (FormContent, MultipartContent)) else ()
    spelt = [f"{literal(each.wire)}: Encoding({text})" for each in parts if (text := _encoding(each))]
    return f", {{{', '.join(spelt)}}}" if spelt else ""


def _encoding(part: Part) -> str:
    """Spell the arguments of one encoding; "" for the usual one (OpenAPI 3.1, 4.8.15)."""
    style = part.style or "form"
    explode = style == "form" if part.explode is None else part.explode
    options = [f"style={literal(style)}"] if style != "form" else []
    if explode != (style == "form"):
        options.append(f"explode={explode}")
    if part.media:
        options.append(f"content={literal(', '.join(part.media))}")
    return ", ".join(options)
