"""Points in time without an offset from UTC: found before they are sent, and settled as the client says.

RFC 3339 demands an offset of every date-time (5.6); without one a server has to guess.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from math import floor
from typing import Any, Literal, cast

from .errors import InvalidArgument
from .params import Omit, Seconds, Styled, bounded
from .shapes import is_mapping, is_several

NaiveDatetimes = Literal["refuse", "utc", "keep"]
"""refuse: nothing is sent; utc: they are taken to be in UTC; keep: they are sent as they are, without an offset."""

_PLAIN = frozenset({str, int, float, bool, bytes, type(None), Omit})


def naive_in(value: object, *, seconds_only: bool = False) -> str | None:
    """Return the way to the first datetime without an offset in a value, None where there is none.

    Looks into lists, objects and models, not into files. seconds_only: look for those that travel as seconds.
    """
    pending: list[tuple[str, object]] = [("", value)]
    seen: set[int] = set()
    while pending:
        path, each = pending.pop()
        if type(each) in _PLAIN:
            continue
        if isinstance(each, Seconds):
            return path
        if isinstance(each, datetime) and each.utcoffset() is None and not seconds_only:
            return path
        inside = [(path + step, inner) for step, inner in _inside(each)]
        if inside and id(each) not in seen:
            seen.add(id(each))
            pending += reversed(inside)
    return None


def _inside(value: object) -> Iterator[tuple[str, object]]:
    """Yield what a value holds, each with the step that leads there."""
    if isinstance(value, Styled):
        yield "", value.value
    elif is_mapping(value):
        for key, each in value.items():
            yield f".{key}", key
            yield f".{key}", each
    elif is_several(value):
        yield from ((f"[{index}]", each) for index, each in enumerate(value))
    elif hasattr(value, "model_fields_set"):
        for key, each in _parts(value).items():
            yield f".{key}", each


def _parts(model: Any) -> dict[str, object]:
    """Return the attributes of a model, with those that its class does not name."""
    return {**vars(model), **(model.model_extra or {})}


def aware(value: object) -> Any:
    """Return a value in which datetimes without an offset are in UTC; what holds none stays what it is."""
    if isinstance(value, Seconds):
        return floor(value.value.replace(tzinfo=UTC).timestamp())
    if isinstance(value, datetime):
        return value if value.utcoffset() is not None else value.replace(tzinfo=UTC)
    if naive_in(value) is None:
        return value
    if isinstance(value, Styled):
        return replace(value, value=aware(value.value))
    if is_mapping(value):
        return {aware(key): aware(each) for key, each in value.items()}
    if is_several(value):
        return [aware(each) for each in value]
    return _aware_model(value)


def _aware_model(model: Any) -> Any:
    made = copy.copy(model)
    held: list[dict[str, object]] = [vars(made), made.model_extra or {}]
    for attributes in held:
        attributes.update({name: aware(each) for name, each in attributes.items()})
    return made


def settled(name: str, value: object, rule: NaiveDatetimes) -> object:
    """Return a value as it is to be sent. name: of what is sent, for the message. Raises InvalidArgument."""
    path = naive_in(value, seconds_only=rule == "keep")
    if path is None:
        return value
    if rule == "utc":
        with bounded():
            return aware(value)
    message = "is a datetime without a time zone: give it one, such as datetime(..., tzinfo=UTC)"
    raise InvalidArgument(f"{name}{path} {message}, or make the client with naive_datetimes='utc'")


def settle_all(values: Any, rule: NaiveDatetimes) -> Any:
    """Settle each of several named values; the mapping itself where nothing changes."""
    if _PLAIN.issuperset(map(type, values.values())):
        return values
    found = {name: settled(name, each, rule) for name, each in cast("dict[str, object]", values).items()}
    return found if any(found[name] is not values[name] for name in found) else values
