"""Contents: what travels in bodies and answers, matched by media type, then by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..ir import (
    NULL,
    Body,
    BytesContent,
    Callback,
    Content,
    EventsContent,
    File,
    FormContent,
    JsonContent,
    LinesContent,
    MultipartContent,
    NoContent,
    Operation,
    Part,
    Scalar,
    TextContent,
    Type,
    Webhook,
    XmlContent,
)
from ..ir.walk import fields_of, is_stream, stream_type
from .findings import Place
from .headers import compare_headers
from .spelling import spelt_xml
from .walk import Walk


@dataclass(frozen=True, slots=True)
class Kind:
    """name: of what a caller gives or gets, the same where one kind passes for another. shown: its type, where that is
    not the one of the document; what stands inside is not compared then."""

    name: str
    shown: Type | None = None


_TEXT, _BYTES = Kind("text", Scalar("string")), Kind("bytes", File())

KINDS: Mapping[type[Content], Kind] = {
    JsonContent: Kind("json"),
    FormContent: Kind("form"),
    MultipartContent: Kind("multipart"),
    TextContent: _TEXT,
    XmlContent: Kind("xml"),
    EventsContent: Kind("events"),
    BytesContent: _BYTES,
    LinesContent: Kind("lines"),
    NoContent: Kind("none", NULL),
}
"""All that the diff knows of a kind of content."""


def kind(content: Content) -> Kind:
    return KINDS[type(content)]


def shown(content: Content) -> Type:
    """Return the type of what a caller gives or gets."""
    if is_stream(content):
        return stream_type(content)
    return kind(content).shown or content.type


def matched(old: Sequence[Content], new: Sequence[Content]) -> list[tuple[Content, Content]]:
    """Pair the contents that have a type: those of one media type, then those of one kind, in their order."""
    before, after = ([each for each in side if kind(each).shown is None] for side in (old, new))
    media = {each.media: each for each in after}
    pairs = [(was, media[was.media]) for was in before if was.media in media and kind(was) == kind(media[was.media])]
    left = [now for now in after if not any(now is other for _, other in pairs)]
    for was in before:
        found = next((now for now in left if kind(now) == kind(was)), None)
        if found is not None and not any(was is one for one, _ in pairs):
            pairs.append((was, found))
            left.remove(found)
    return pairs


def compare_bodies(old: Operation, new: Operation, place: Place, python: str, walk: Walk) -> None:
    """Compare the bodies of two operations. python: the method, as in `client.pets.create`."""
    findings, was, now = walk.findings, old.body, new.body
    place = replace(place, python=f"{python}(body)").of("body", was, now)
    without, given = f"{python}()", f"{python}(body)"
    if now is None:
        if was is not None:
            findings.add("body-removed", place, before=given, after=without)
        return
    calls = (without, given) if now.required else ("", "")
    if was is None:
        rule = "body-required-added" if now.required else "body-added"
        findings.add(rule, place, before=calls[0], after=calls[1])
        return
    if was.required != now.required:
        rule = "body-became-required" if now.required else "body-became-optional"
        kinds = ("wire",) if now.required and not _demands(now, walk) else None
        findings.add(rule, place, kinds=kinds, before=calls[0], after=calls[1])
    if _loses_fields(was, now, walk):
        findings.add("fields-removed", place, before=f"{python}(...)", after=given)
    walk.described += was.doc != now.doc
    _sent(was, now, place, walk)


def _demands(body: Body, walk: Walk) -> bool:
    """Say whether a call has to give a body: one whose fields may all be left out is made of none."""
    fields = [each for each in fields_of(body.model, walk.new.models) if each.access != "read"] if body.model else []
    return not fields or any(each.required and each.fixed is None for each in fields)


def _loses_fields(was: Body, now: Body, walk: Walk) -> bool:
    """Say whether a body that is given field by field is one argument now, or is of a class that lacks some of them."""
    if not was.model or walk.classes.partner.get(was.model) == now.model:
        return bool(was.model) and not now.model
    before, after = (
        {each.name for each in fields_of(body.model, side.models) if each.access != "read"}
        for body, side in ((was, walk.old), (now, walk.new))
    )
    return not before <= after


def _sent(old: Body, new: Body, place: Place, walk: Walk) -> None:
    """Compare what two bodies hold. What the method sends is the first of their contents."""
    before, after = ({each.media: each for each in side.contents} for side in (old, new))
    for media, gone in before.items():
        if media not in after:
            first = gone is old.contents[0] and shown(gone) != shown(new.contents[0])
            kinds = ("types", "wire") if first else ("wire",)
            walk.findings.add("media-removed", place.of(f"body {media}", gone, None), "sent", kinds=kinds)
    for media, came in after.items():
        if media not in before:
            walk.findings.add("media-added", place.of(f"body {media}", None, came), "sent")
    for was, now in matched(old.contents, new.contents):
        inner = place.of("body", was, now)
        _encodings(was, now, inner, walk)
        compare_roots(was, now, inner, "sent", walk)
        walk.compare(was.type, now.type, inner, "sent")


def compare_roots(old: Content, new: Content, place: Place, direction: str, walk: Walk) -> None:
    """Compare how the outermost elements of two contents stand in XML."""
    if isinstance(old, XmlContent) and isinstance(new, XmlContent) and old.xml != new.xml:
        walk.findings.add("xml-changed", place, direction, old=spelt_xml(old.xml), new=spelt_xml(new.xml))


def _encodings(old: Content, new: Content, place: Place, walk: Walk) -> None:
    """Compare how the fields that both contents have are written, where either document says so."""
    after = {each.wire: each for each in _parts(new)}
    for was in _parts(old):
        now = after.get(was.wire)
        if now:
            compare_headers(was.headers, now.headers, place.inside(was.wire), "sent", walk)
        if now and (_is_stated(was) or _is_stated(now)) and _encoding(was) != _encoding(now):
            inner = place.inside(was.wire)
            walk.findings.add("encoding-changed", inner, old=_encoding(was), new=_encoding(now))


def _parts(content: Content) -> tuple[Part, ...]:
    return content.parts if isinstance(content, (FormContent, MultipartContent)) else ()


def _is_stated(part: Part) -> bool:
    return bool(part.media or part.style or part.allow_reserved) or part.explode is not None


def _encoding(part: Part) -> str:
    style = part.style or "form"
    explode = style == "form" if part.explode is None else part.explode
    reserved = " allowReserved" if part.allow_reserved else ""
    return f"{', '.join(part.media) or style}{' explode' if explode else ''}{reserved}"


def compare_requests(old: Webhook | Callback, new: Webhook | Callback, place: Place, walk: Walk) -> None:
    """Compare what the API sends by itself."""
    walk.described += old.doc != new.doc
    if old.event != new.event:
        walk.findings.add("event-renamed", place, old=old.event, new=new.event)
    if old.signed != new.signed:
        walk.findings.add("signature-added" if new.signed else "signature-removed", place)
    before, after = ((each.body.contents if each.body else ()) for each in (old, new))
    pairs = matched(before, after)
    if before and after:
        compare_media(before, after, place, walk)
    for was, now in pairs:
        compare_roots(was, now, place, "received", walk)
        walk.compare(was.type, now.type, place, "received")
    if not pairs:
        walk.compare(_first(before), _first(after), place, "received")


def compare_presence(kind: str, was: Webhook | Callback | None, place: Place, walk: Walk) -> None:
    """Report a webhook or callback that is gone, or new. With the last one goes the module that reads them."""
    if was is None:
        walk.findings.add(f"{kind}-added", place)
    else:
        walk.findings.add(f"{kind}-removed", place, kinds=("wire",) if walk.new.sends else ("names", "wire"))


def _first(contents: Sequence[Content]) -> Type:
    return shown(contents[0]) if contents else NULL


def compare_media(
    old: Sequence[Content],
    new: Sequence[Content],
    place: Place,
    walk: Walk,
    widened: Sequence[str] = (),
    kinds: tuple[str, ...] = ("wire",),
) -> None:
    """Compare the media types of what is received. widened: those that a method reads as a type that is new to it.

    kinds: of the removal of one.
    """
    before, after = ([each.media for each in side] for side in (old, new))
    for media in before:
        if media not in after:
            walk.findings.add("media-removed", place.inside(media), "received", kinds=kinds)
    for media in after:
        if media not in before:
            walk.findings.add("media-added", place.inside(media), "received")
        if media in widened:
            walk.findings.add("media-read", place.inside(media), new=media)
