"""Streams: what comes one after the other, and how a caller asks for that where it may come as a whole too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...data import Json
from ...ir import (
    NULL,
    Answer,
    Anything,
    Array,
    Body,
    EventsContent,
    LinesContent,
    Literal,
    Model,
    NoContent,
    Param,
    Scalar,
    Streaming,
    Type,
    Union,
)
from ...ir.walk import is_stream, spoken, stream_type
from ...report import Location, Report
from ..read.document import join
from .aliases import fields_of, resolved
from .types import lower_type, union

_FLAG = "stream"
"""The wire name of the boolean that asks for a stream, by a wide-spread custom."""
_END = "[DONE]"
"""The data that ends a stream of events, by another."""
_ENVELOPE = {"data", "event", "id", "retry"}
"""The fields of an event (WHATWG HTML, 9.2.6)."""

Models = Mapping[str, Model]


def lines_content(media: str, holder: dict[str, Json], found: Type, at: Location, models: Models) -> LinesContent:
    """Return JSON lines. The type is that of `itemSchema` (OpenAPI 3.2), of the items of a list, or the schema's.

    A schema that is a text says nothing of the lines.
    """
    if "itemSchema" in holder:
        return LinesContent(media, lower_type(holder["itemSchema"]), at)
    whole = resolved(found, models)
    if isinstance(whole, Array):
        return LinesContent(media, whole.item, at)
    return LinesContent(media, Anything() if isinstance(whole, Scalar) else found, at)


def events_content(
    media: str, holder: dict[str, Json], found: Type, at: Location, models: Models, report: Report
) -> EventsContent:
    """Return events. The schema is that of their data, or of whole events where it has their fields and no others.

    `x-stream-end` says what data ends the stream, false that none does.
    """
    is_item = "itemSchema" in holder
    found = lower_type(holder["itemSchema"]) if is_item else found
    whole = resolved(found, models)
    if not is_item and isinstance(whole, Array):
        found = whole.item
    end = _end_of(holder, at, report)
    data = _data_of(found, models, is_item)
    if data is None:
        plain = _plain(found, models)
        is_text = isinstance(plain, Anything) or plain == Scalar("string")
        return EventsContent(media, Scalar("string") if is_text else found, at, "", end)
    is_text = all(each == Scalar("string") for each in data)
    return EventsContent(media, found, at, "text" if is_text else "json", end)


def _end_of(holder: dict[str, Json], at: Location, report: Report) -> str:
    """Return the data that ends a stream; "" for none."""
    end = holder.get("x-stream-end", _END)
    if isinstance(end, str) or end is False:
        return end or ""
    place = replace(at, pointer=join(at.pointer, "x-stream-end"))
    help = "write the data of the last event, or false where none ends the stream"
    report.degraded("E416", f"x-stream-end: {end!r} is no text, so that no data ends the stream", place, help=help)
    return ""


def _data_of(found: Type, models: Models, is_item: bool) -> list[Type] | None:
    """Return the types of the data of whole events; None for a type that is no whole event."""
    whole = resolved(found, models)
    members = whole.members if isinstance(whole, Union) else (whole,)
    types: list[Type] = []
    for each in members:
        inner = resolved(each, models)
        if isinstance(inner, Union):
            nested = _data_of(inner, models, is_item)
            if nested is None:
                return None
            types += nested
            continue
        fields = {field.wire: field for field in fields_of(inner, models)}
        if "data" not in fields or not (is_item or fields.keys() <= _ENVELOPE):
            return None
        types.append(_plain(fields["data"].type, models))
    return types


def _plain(found: Type, models: Models) -> Type:
    """Return a type, constants that are texts as text."""
    whole = resolved(found, models)
    if isinstance(whole, Literal) and all(isinstance(each, str) for each in whole.values):
        return Scalar("string")
    return whole


def has_both_ways(answers: tuple[Answer, ...]) -> bool:
    """Say whether successes come as a stream or as a whole, as the caller asks."""
    contents = [each for answer in answers for each in spoken(answer) if not isinstance(each, NoContent)]
    return len({is_stream(each) for each in contents}) == 2


def streaming_of(
    answers: tuple[Answer, ...], body: Body | None, params: tuple[Param, ...], models: Models
) -> Streaming:
    """Return how a caller asks for the stream, where there are both ways."""
    contents = [each for answer in answers for each in spoken(answer) if is_stream(each)]
    in_query = any(_is_asking(each, models) for each in params)
    flag = "body" if flags_of(body, models) else "query" if in_query else ""
    return Streaming(union([stream_type(each) for each in contents]), flag)


def flags_of(body: Body | None, models: Models) -> set[str]:
    """Return the names of the fields of a body that ask for a stream."""
    sent = [field for each in (body.contents if body else ()) for field in fields_of(each.type, models)]
    return {each.name for each in sent if each.wire == _FLAG and _is_flag(each.type, models)}


def without_flag(params: tuple[Param, ...], models: Models) -> tuple[Param, ...]:
    """Return parameters, the one that asks for a stream hidden: the method sets it."""
    return tuple(replace(each, hidden=True) if _is_asking(each, models) else each for each in params)


def _is_asking(param: Param, models: Models) -> bool:
    return param.place == "query" and param.wire == _FLAG and _is_flag(param.type, models)


def _is_flag(found: Type, models: Models) -> bool:
    whole = resolved(found, models)
    members = whole.members if isinstance(whole, Union) else (whole,)
    return all(_is_boolean(each) or each == NULL for each in members)


def _is_boolean(found: Type) -> bool:
    return found == Scalar("boolean") or (isinstance(found, Literal) and set(found.values) <= {True, False})
