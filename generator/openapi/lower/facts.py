"""Facts: what a normalized schema demands beyond its type, for each kind of value."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from ...data import Json, is_list, is_map
from ...ir import PLAIN, Facts
from ..schema.vocabulary import ANNOTATIONS

_NUMBER = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "above",
    "exclusiveMaximum": "below",
    "multipleOf": "multiple_of",
}
_STRING = {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"}
_ARRAY = {"minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique"}
_OBJECT = {"minProperties": "min_properties", "maxProperties": "max_properties"}
_OF_KIND = {"number": _NUMBER, "integer": _NUMBER, "string": _STRING, "array": _ARRAY, "object": _OBJECT}
_ALL = {**_NUMBER, **_STRING, **_ARRAY, **_OBJECT}

_SPOKEN = frozenset({
    *_ALL, *ANNOTATIONS, "type", "enum", "const", "format", "items", "prefixItems", "properties", "required",
    "additionalProperties", "unevaluatedProperties", "allOf", "anyOf", "oneOf", "discriminator",
    "nullable", "example", "$ref",
})  # fmt: skip
"""Keywords that the IR has words for; any other one is kept as text."""

_PROSE = frozenset(ANNOTATIONS) | {"example"}
_SETS = ("required", "enum", "oneOf", "anyOf")


def facts_of(schema: dict[str, Json], kind: str = "") -> Facts:
    """Return what a schema demands of values of a kind ("" for whatever kind)."""
    found: dict[str, Any] = {}
    known = _OF_KIND.get(kind, {}) if kind else _ALL
    others: list[str] = []
    for keyword, value in schema.items():
        if keyword in known:
            if _is_sound(name := known[keyword], value):
                found[name] = value
        elif keyword == "format" and isinstance(value, str):
            found["format"] = value
        elif keyword not in _SPOKEN and not keyword.startswith("x-"):
            others.append(keyword)
    if others:
        found["others"] = tuple((key, _text(schema[key])) for key in sorted(others))
    return Facts(**found) if found else PLAIN


def shared(facts: list[Facts]) -> Facts:
    """Return what is demanded by all of several, whatever their order."""
    first = {each.name: getattr(facts[0], each.name) for each in fields(Facts)}
    common = {name: value for name, value in first.items() if all(getattr(each, name) == value for each in facts)}
    return Facts(**common)


def value_fact(keyword: str, value: Json) -> Facts:
    """Return the fact that values are restricted by a keyword whose values no type spells."""
    return Facts(others=((keyword, _text(value)),))


def _is_sound(name: str, value: object) -> bool:
    if name == "pattern":
        return isinstance(value, str)
    return isinstance(value, bool) == (name == "unique") and isinstance(value, (int, float)) and value is not False


def _text(value: Json) -> str:
    return json.dumps(_meaning(value), sort_keys=True, ensure_ascii=False)


def _meaning(value: Json) -> Json:
    """Return a schema without prose, what is a set in one order."""
    if is_map(value):
        kept = {key: _meaning(each) for key, each in value.items() if key not in _PROSE or is_map(each)}
        for key in _SETS:
            if is_list(values := kept.get(key)):
                kept[key] = sorted(values, key=lambda each: json.dumps(each, sort_keys=True))
        return kept
    return [_meaning(each) for each in value] if is_list(value) else value
