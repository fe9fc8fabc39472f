"""Hints: what a description says in words that a program can rely on: examples, values, formats, bounds.

In: the text of a description, its Markdown marks and escapes included. Out: kinds and spelled values.

>>> hints("Kind of thing. **Example:** `A`; `B`")
[('example', 'A'), ('example', 'B')]
>>> hints("Day in YYYY-MM-DD format. Deprecated.")
[('format', 'date'), ('type', 'string')]
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .facts import read, spelled

Hint = tuple[str, str]

_ESCAPE = re.compile(r"\\(?=[\W_])")
_VALUES = re.compile(
    r"\b(?:supported|allowed|possible|accepted|valid)?\s*values?:\s*((?:`[^`]+`(?:,|;|\s|or|and)*)+)", re.I
)
_NUMBERED = re.compile(r"\b(?:supported|allowed|possible)\s+values:(.*)", re.I | re.S)
_NUMBER = re.compile(r"(?:^|\n)\W*(-?\d+):\s")
_EXAMPLE = re.compile(r"\bexamples?:\s*(.*)", re.I | re.S)
_PAIR = re.compile(r'"([^"]+)":\s*"([^"]+)"')
_QUOTED = re.compile(r'\be\.g\.,?\s+"([^"]+)"(?:(?:,|\s|or|and)+"([^"]+)")*')
_DEFAULT = re.compile(r"\bdefault(?:s to| is| value is|:)\s*`?([\w.-]*\w)`?", re.I)


def plain(text: str) -> str:
    r"""Take escapes, entities and emphasis out of a text.

    >>> plain(r"upgrade\_based\_on\*"), plain("**&#x53;upported**")
    ('upgrade_based_on*', 'Supported')
    """
    return re.sub(r"\*{2,}", "", _ESCAPE.sub("", html.unescape(_ESCAPE.sub("", text))))


def hints(description: str) -> list[Hint]:
    """Return what a description of a table or a row says."""
    text = plain(description)
    found = [*_values(text), *_examples(text), *_types(text), *few_hints(description)]
    return list(dict.fromkeys(found))


def few_hints(description: str) -> list[Hint]:
    """Return the little that is not also said by keywords beside the description."""
    text = plain(description)
    found: list[Hint] = []
    if re.match(r"\W*deprecated\b", text, re.I):
        found.append(("deprecated", "true"))
    if match := _DEFAULT.search(text):
        found.append(("default", spelled(read(match[1]))))
    return found


def _values(text: str) -> Iterator[Hint]:
    match = _VALUES.search(text)
    values = re.findall("`([^`]+)`", match[1]) if match else []
    if set(values) == {"true", "false"}:
        yield "type", "boolean"
    else:
        yield from (("enum", spelled(value)) for value in values)
    if numbered := _NUMBERED.search(text):
        yield from (("example", value) for value in _NUMBER.findall(numbered[1]))


def _examples(text: str) -> Iterator[Hint]:
    if match := _EXAMPLE.search(text):
        rest = match[1]
        pair, ticked = _PAIR.match(rest), re.findall("`([^`]+)`", rest)
        if pair:
            yield "example", spelled({pair[1]: pair[2]})
        elif ticked:
            yield from (("example", spelled(read(each))) for each in ticked)
        elif bare := re.match(r"\S+", rest):
            yield "example", spelled(read(bare[0].rstrip(".,;")))
    for match in _QUOTED.finditer(text):
        yield from (("example", spelled(each)) for each in re.findall('"([^"]+)"', match[0]))


def _types(text: str) -> Iterator[Hint]:
    if "YYYY-MM-DD" in text:
        yield from (("format", "date"), ("type", "string"))
    if re.match(r"\W*(?:array|list) (?:of|containing)\b", text, re.I):
        yield "type", "array"
    if re.match(r"\W*object containing\b", text, re.I):
        yield "type", "object"
    if re.search(r"\bnegative values are not (?:supported|allowed)", text, re.I):
        yield "minimum", "0"
