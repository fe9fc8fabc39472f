"""Exchange: one request and what came back, as a recording or a collection shows it, without its credentials."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...data import Json, is_list, is_map
from ...openapi.read.load import MAX_DEPTH
from ...report import Location
from .inference import UNKNOWN

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BYTES = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Body:
    """media: without parameters, in small letters. value: what it holds, where it is JSON or a form.

    notes: what a person says of fields of a form. files: those that are files.
    """

    media: str
    value: Json = UNKNOWN
    notes: Mapping[str, str] = field(default_factory=dict[str, str])
    files: frozenset[str] = frozenset()

    @property
    def is_json(self) -> bool:
        return is_json(self.media)


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter of one request. place: path, query or header. value: None for a name alone."""

    place: str
    name: str
    value: Json = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. status: three digits. note: what a person calls it."""

    status: str
    body: Body | None = None
    headers: Sequence[tuple[str, str]] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """server: its address, its variables in braces. path: a template. security: names of schemes that are spoken
    together; None where nothing is known of them. counts: whether it tells what other requests have as well.
    """

    method: str
    server: str
    path: str
    at: Location
    given: Sequence[Given] = ()
    body: Body | None = None
    answer: Answer | None = None
    security: tuple[str, ...] | None = None
    name: str = ""
    note: str = ""
    tags: Sequence[str] = ()
    counts: bool = True


def is_json(media: str) -> bool:
    """Say whether a media type is JSON.

    >>> [is_json(each) for each in ("application/json", "application/problem+json", "text/json", "text/html")]
    [True, True, True, False]
    """
    return bool(re.fullmatch(r"\S+/(\S+\+)?json", media))


def media_of(text: str) -> str:
    """Return the media type in a Content-Type, without parameters; "" for what is none.

    >>> media_of("Application/JSON; charset=utf-8"), media_of("json")
    ('application/json', '')
    """
    media = text.partition(";")[0].strip().lower()
    return media if re.fullmatch(r"[\w.+-]+/[\w.+-]+", media) else ""


def read_json(text: str) -> Json:
    """Parse JSON strictly; ValueError for what is none, or is nested more deeply than a document may be."""
    try:
        value: Json = json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    level: list[Json] = [value]
    for _ in range(MAX_DEPTH):
        level = [one for each in level for one in (each.values() if is_map(each) else each if is_list(each) else ())]
    if level:
        raise ValueError("nested too deeply")
    return value


def counted(found: Counter[str]) -> str:
    """Spell what was counted.

    >>> counted(Counter(["b", "a", "b"]))
    'a (1), b (2)'
    """
    return ", ".join(f"{name} ({count})" for name, count in sorted(found.items()))


def _refuse(constant: str) -> float:
    raise ValueError(constant)
