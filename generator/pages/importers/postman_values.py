"""Values of a Postman collection: variables in braces, placeholders, and JSON with either of them in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...data import Json, as_text, is_list, is_map, maps
from .credentials import Schemes, is_secret
from .exchange import read_json
from .inference import UNKNOWN, read_text

VARIABLE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|//[^\n]*|/\*.*?\*/|\{\{\s*[^{}]+?\s*\}\}', re.S)
_PLACEHOLDERS: Mapping[str, Json] = {
    "<string>": "a", "<integer>": 1, "<long>": 1, "<number>": 0.5, "<float>": 0.5, "<double>": 0.5, "<boolean>": True,
    "<uuid>": "00000000-0000-0000-0000-000000000000", "<date>": "2000-01-01", "<dateTime>": "2000-01-01T00:00:00Z",
    "<date-time>": "2000-01-01T00:00:00Z",
}  # fmt: skip
"""What Postman itself writes for a value of a type, when it makes a collection of a document."""


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of a collection that have a value and hold no secret."""

    values: Mapping[str, str]

    def text(self, text: str) -> Json:
        """Return what a text stands for: a value of its type; UNKNOWN where a variable has none."""
        whole = VARIABLE.fullmatch(text.strip())
        if whole:
            value = self.values.get(whole[1], "")
            return self.text(value) if value and "{{" not in value else UNKNOWN
        return _PLACEHOLDERS.get(text, text if "{{" in text else read_text(text))

    def json(self, text: str) -> Json:
        """Parse JSON in which variables stand for values, with comments; ValueError for what is none."""
        return self._settled(read_json(_TOKEN.sub(self._plain, text)))

    def _plain(self, match: re.Match[str]) -> str:
        text = match[0]
        if text.startswith('"'):
            return text
        if text.startswith("/"):
            return " "
        value = self.text(text)
        plain = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else None
        return plain or (str(value) if isinstance(value, (int, float)) else '"\\u0000"')

    def _settled(self, value: Json) -> Json:
        if isinstance(value, str):
            return _PLACEHOLDERS.get(value, value)
        if is_map(value):
            return {key: self._settled(each) for key, each in value.items()}
        return [self._settled(each) for each in value] if is_list(value) else value


def variables(given: Json, schemes: Schemes) -> Variables:
    """Return the variables of a collection; the value of one that holds a secret is dropped."""
    found: dict[str, str] = {}
    for each in maps(given):
        name, value = as_text(each.get("key")) or as_text(each.get("id")), each.get("value")
        if not name or each.get("disabled") is True or value in (None, ""):
            continue
        if as_text(each.get("type")) == "secret" or is_secret(name) or schemes.redacted(str(value)) != str(value):
            schemes.drop(f"variable {name}", value)
        else:
            found[name] = value if isinstance(value, str) else str(value).lower()
    return Variables(found)


def description(given: Json) -> str:
    """Return a description, which is text or an object with it."""
    return as_text(given.get("content")).strip() if is_map(given) else as_text(given).strip()
