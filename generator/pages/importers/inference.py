"""Inference: values that were seen -> a schema that admits each of them.

In: plain data, added one by one. Out: JSON Schema 2020-12 without any of the values; but names of fields get into it,
unless they look like values themselves (numbers, ids, addresses), which makes a map of the object.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from ...data import Json, as_map, is_list, is_map
from ...openapi.schema.vocabulary import with_null

UNKNOWN = "\0"
"""A text that stands for a value of which nothing is known."""

_DEEPEST = 60
_MOST_NAMES = 200
_EVIDENCE = 2
"""Objects that have to be seen before a field which all of them have is required."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")
_NAME = re.compile(r"(?!\d)[\w$@][\w.$@ /:\[\]-]{0,63}")
_RANDOM = re.compile(r"([A-Za-z]{1,8}[_-])?[A-Za-z0-9]{10,}")
_ORDER = ("boolean", "integer", "number", "string", "array", "object")


class Seen:
    """What was seen at one place."""

    def __init__(self) -> None:
        self._kinds: set[str] = set()
        self._formats: set[str] | None = None
        self._objects = 0
        self._fields: dict[str, Seen] = {}
        self._counts: dict[str, int] = {}
        self._others: Seen | None = None
        self._items: Seen | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was seen yet."""
        return not self._kinds

    def add(self, value: Json, depth: int = 0) -> None:
        """Take one more value into account. depth: of arrays and objects around it; below the 60th all is admitted."""
        if value == UNKNOWN or depth > _DEEPEST:
            self._kinds.add("unknown")
        elif is_map(value):
            self._add_object(value, depth)
        elif is_list(value):
            self._kinds.add("array")
            self._items = self._items or Seen()
            for each in value:
                self._items.add(each, depth + 1)
        elif isinstance(value, str):
            self._kinds.add("string")
            found = {format_of(value)}
            self._formats = found if self._formats is None else self._formats | found
        else:
            self._kinds.add(kind_of(value))

    def schema(self) -> dict[str, Json]:
        """Return a schema for all that was seen; one for anything where nothing was, or only null."""
        kinds = self._kinds - {"null"} - ({"integer"} if "number" in self._kinds else set())
        if "unknown" in kinds or not kinds:
            return {}
        members: list[Json] = [self._of(kind) for kind in _ORDER if kind in kinds]
        schema: Json = members[0] if len(members) == 1 else {"anyOf": members}
        return as_map(with_null(schema) if "null" in self._kinds else schema)

    def _add_object(self, value: dict[str, Json], depth: int) -> None:
        self._kinds.add("object")
        self._objects += 1
        for name, each in value.items():
            if is_value(name) or (name not in self._fields and len(self._fields) >= _MOST_NAMES):
                self._others = self._others or Seen()
                self._others.add(each, depth + 1)
            else:
                self._fields.setdefault(name, Seen()).add(each, depth + 1)
                self._counts[name] = self._counts.get(name, 0) + 1

    def _of(self, kind: str) -> dict[str, Json]:
        if kind == "array":
            return {"type": kind, "items": self._items.schema() if self._items else {}}
        if kind == "object":
            return self._object()
        if kind == "string" and self._formats and len(self._formats) == 1 and (format := next(iter(self._formats))):
            return {"type": kind, "format": format}
        return {"type": kind}

    def _object(self) -> dict[str, Json]:
        schema: dict[str, Json] = {"type": "object"}
        if self._fields:
            schema["properties"] = {name: each.schema() for name, each in self._fields.items()}
        required: list[Json] = [name for name in self._fields if self._counts.get(name) == self._objects]
        if required and self._objects >= _EVIDENCE:
            schema["required"] = required
        if self._others:
            schema["additionalProperties"] = self._others.schema()
        elif not self._fields:
            schema["additionalProperties"] = True
        return schema


def kind_of(value: bool | int | float | None) -> str:
    """Return the JSON type of a value that is neither text nor holds others."""
    if value is None:
        return "null"
    return "boolean" if isinstance(value, bool) else "integer" if isinstance(value, int) else "number"


def format_of(text: str) -> str:
    """Return the format that a text has, "" where it has none.

    >>> [format_of(each) for each in ("2024-02-29", "2023-02-29", "2024-02-29T10:00:00Z", "2024-02-29 10:00", "x")]
    ['date', '', 'date-time', '', '']
    """
    if _UUID.fullmatch(text):
        return "uuid"
    try:
        if _DATE.fullmatch(text):
            date.fromisoformat(text)
            return "date"
        if _TIME.fullmatch(text):
            datetime.fromisoformat(re.sub(r"\.\d+", "", text))
            return "date-time"
    except ValueError:
        pass
    return ""


def read_text(text: str) -> Json:
    """Return what a text of a URL or a form spells: a number or a truth value, or the text itself.

    >>> [read_text(each) for each in ("12", "1.50", "007", "true", "-3", "1e3")]
    [12, 1.5, '007', True, -3, '1e3']
    """
    if text in ("true", "false"):
        return text == "true"
    if match := _NUMBER.fullmatch(text):
        return float(text) if match[2] else int(text)
    return text


def is_id(text: str) -> bool:
    """Say whether a text looks like the name of one thing among many: a number, a UUID, hexadecimal, a random word.

    >>> [is_id(each) for each in ("42", "6512bd43d9caa6e02c990b0a", "cus_9s6XKzkNRiz8i3", "2024-01-31")]
    [True, True, True, True]
    >>> [is_id(each) for each in ("orders", "v2", "line-items", "getUserById", "oauth2", "facade", "top-10-of-2024")]
    [False, False, False, False, False, False, False]
    """
    if text.isdigit() or _UUID.fullmatch(text) or format_of(text):
        return True
    digits = sum(each.isdigit() for each in text)
    if re.fullmatch(r"[0-9a-f]{8,}|[0-9A-F]{8,}", text):
        return digits > 1
    return bool(_RANDOM.fullmatch(text)) and len(re.findall(r"\d+", text)) > 1


def is_value(name: str) -> bool:
    """Say whether the name of a field looks like a value: an id, an address, free text.

    >>> [is_value(each) for each in ("name", "x-total", "@type", "42", "ann@acme.example", "", "2024-01-31", "+4915")]
    [False, False, False, True, True, True, True, True]
    """
    return is_id(name) or "@" in name[1:] or not _NAME.fullmatch(name) or name.count(" ") > 2
