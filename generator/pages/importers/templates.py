"""Templates: paths of requests that were made -> paths with parameters, where evidence says that a segment is a value.

Evidence is the look of a segment (a number, a UUID, hexadecimal, a date, an address), or that three words and more,
below one that can name things, are answered with the same fields. A parameter is named after the segment before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...data import Json, is_list, is_map
from ...openapi.names import PLAIN, singular
from .inference import is_id

_VERSIONED = {"api", "rest", "version", "versions"}
"""A number behind one of these is the version of an API."""
_EXTENSION = re.compile(r"(.+)(\.(?:json|xml|csv|pdf))")
_ALIKE = 3
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Route:
    """A path with parameters, and what stood in their places. is_guess: whether only the answers tell one of them."""

    path: str
    values: Mapping[str, str]
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A request: method, segments of its path without escapes, and the JSON of a success (None for another answer)."""

    method: str
    segments: tuple[str, ...]
    answer: Json = None


def routes(calls: Sequence[Call]) -> list[Route]:
    """Return the route of each call.

    >>> [each.path for each in routes([Call("get", ("boats", "42", "notes", "7")), Call("get", ("api", "2", "me"))])]
    ['/boats/{boat_id}/notes/{note_id}', '/api/2/me']
    """
    marks = [[_is_value(each.segments, index) for index in range(len(each.segments))] for each in calls]
    first = [list(each) for each in marks]
    for index in range(max((len(each.segments) for each in calls), default=0)):
        _mark_words(calls, marks, index)
    return [
        _route(each.segments, mark, is_guess=mark != own) for each, mark, own in zip(calls, marks, first, strict=True)
    ]


def _is_value(segments: tuple[str, ...], index: int) -> bool:
    text = segments[index]
    if index and segments[index - 1].lower() in _VERSIONED and text.isdigit():
        return False
    stem = match[1] if (match := _EXTENSION.fullmatch(text)) else text
    return is_id(stem) or bool(re.search(r"[\s@,|{}]|[^\x00-\x7f]", text)) or len(text) > 64


def _mark_words(calls: Sequence[Call], marks: list[list[bool]], index: int) -> None:
    """Mark the words at one place that answer alike, where there are enough of them below a word that names things."""
    alike: dict[object, set[str]] = {}
    values: dict[tuple[str, ...], set[str]] = {}
    for each, marked in zip(calls, marks, strict=True):
        if not 0 < index < len(each.segments) or marked[index] or not _names_things(each.segments[index - 1]):
            continue
        shape = _shape(each, marked)
        if fields := frozenset(_fields(each.answer)):
            key = (each.method, shape[:index], shape[index + 1 :], fields)
            words = alike.setdefault(key, set())
            words.add(each.segments[index])
            if len(words) >= _ALIKE:
                values.setdefault(shape[:index], set()).update(words)
    for each, marked in zip(calls, marks, strict=True):
        if index < len(each.segments) and each.segments[index] in values.get(_shape(each, marked)[:index], ()):
            marked[index] = True


def _names_things(segment: str) -> bool:
    """Say whether values may stand below a segment: it is neither a version nor what stands before one."""
    return segment.lower() not in _VERSIONED and not re.fullmatch(r"v\d[\w.]*", segment.lower())


def _shape(call: Call, marked: Sequence[bool]) -> tuple[str, ...]:
    return tuple("" if each else text for text, each in zip(call.segments, marked, strict=True))


def _fields(answer: Json, prefix: str = "", depth: int = 0) -> list[str]:
    """Return the names of the fields of an answer, with those around them."""
    if depth == _DEEPEST:
        return []
    if is_list(answer):
        return [name for each in answer[:5] for name in _fields(each, f"{prefix}[]", depth + 1)]
    if not is_map(answer):
        return []
    return [
        name for key, each in answer.items() for name in (prefix + key, *_fields(each, f"{prefix}{key}.", depth + 1))
    ]


def _route(segments: tuple[str, ...], marks: Sequence[bool], *, is_guess: bool) -> Route:
    values: dict[str, str] = {}
    parts: list[str] = []
    owner = ""
    for text, marked in zip(segments, marks, strict=True):
        if not marked:
            parts.append(_escaped(text))
            owner = text
            continue
        stem, end = match.groups() if (match := _EXTENSION.fullmatch(text)) else (text, "")
        name = _name(owner, values)
        values[name] = stem
        parts.append(f"{{{name}}}{end}")
    return Route("/" + "/".join(parts), values, is_guess)


def _name(owner: str, taken: Mapping[str, str]) -> str:
    """Name a parameter after the segment before it; a second one behind the same segment gets a number."""
    stem = PLAIN.snake(singular(owner)).removesuffix("_item") if re.search(r"[A-Za-z]", owner) else ""
    first = f"{stem}_id" if stem else "id"
    name, number = first, 2
    while name in taken:
        name, number = f"{first}_{number}", number + 1
    return name


def _escaped(text: str) -> str:
    """Return a segment as it stands in a path; what a template cannot hold is escaped."""
    return re.sub(r"[^\w.~!$&'()*+;=:-]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)
