"""Text that a schema admits: by its format, its pattern and its length. The same for the same schema, always."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable

USUAL = 'té xt/&=+,;%"<x'
"""Text where no rule is stated: what has to be escaped in a query, a path, a form, JSON and XML stands in it."""
BARE = "text"
"""The same for headers, where nothing can be escaped."""

_BY_FORMAT = {
    "date-time": "2024-05-17T10:30:00Z",
    "date": "2024-05-17",
    "time": "10:30:00Z",
    "duration": "P1D",
    "uuid": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "email": "someone@example.com",
    "uri": "https://example.com/a?b=c",
    "url": "https://example.com/a?b=c",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "aGVsbG8=",
    "base64": "aGVsbG8=",
    "base64url": "aGVsbG8",
    "decimal": "12.5",
    "binary": "binary",
}
_MOST = 400


class NoValue(Exception):
    """No value is made for a schema; the message says why."""


def text(schema: dict[str, Any], salt: int, usual: str) -> str:
    """Return text for a schema of type string. salt: another number makes other text, where the schema lets it."""
    low, high = schema.get("minLength", 0), schema.get("maxLength")
    pattern, form = schema.get("pattern"), schema.get("format", "")
    if schema.get("contentEncoding") in ("base64", "base64url"):
        form = schema["contentEncoding"]
    if pattern is not None and not (form in _BY_FORMAT and re.search(pattern, _BY_FORMAT[form])):
        found = matching(pattern, low, high)
        if found is None:
            raise NoValue(f"no text was found for the pattern {pattern[:80]}")
        return found
    if form in _BY_FORMAT:
        made = _BY_FORMAT[form]
        return made if high is None or len(made) <= high else made[:high]
    made = usual + (str(salt) if salt else "")
    made += "x" * (low - len(made))
    return made if high is None else made[-high:] if high else ""


@lru_cache(maxsize=2000)
def matching(pattern: str, low: int, high: int | None) -> str | None:
    """Return printable text that a pattern is found in, of at least `low` and at most `high` characters, if any."""
    known = re.compile(pattern)

    def good(made: str) -> bool:
        return len(made) >= low and (high is None or len(made) <= high) and bool(known.search(made))

    for short in ("text", "Text1", "1", "12345", "2024-05-17", "a@example.com", "https://example.com", "#aabbcc"):
        if good(short):
            return short
    quick = settings(
        max_examples=_MOST,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    whole = pattern if pattern.startswith("^") else f"(?:{pattern})"
    letters = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
    for asked in (whole, f"(?:{whole.removeprefix('^').removesuffix('$')}){{{max(low, 1)},{high or low + 5}}}"):
        try:
            made = st.from_regex(re.compile(asked), fullmatch=True, alphabet=letters)
            return find(made, good, settings=quick)
        except (NoSuchExample, Unsatisfiable, re.error, ValueError):
            continue
    return None
