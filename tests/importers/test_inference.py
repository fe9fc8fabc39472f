"""Schemas made from values: they admit all values that they were made from, and say as much as these do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.pages.importers.inference import UNKNOWN, Seen

TEXTS = st.text(max_size=6) | st.sampled_from(["2024-01-31", "2024-02-30", "2024-01-31T10:00:00Z", "", "é", "\0"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS | st.uuids().map(str)
KEYS = st.sampled_from(["id", "name", "$ref", "42", "ann@acme.example", "a b c d e", "Größe", ""]) | st.text(max_size=4)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12
)
FORMATS = Draft202012Validator.FORMAT_CHECKER


def schema_of(*values: Any) -> dict[str, Any]:
    seen = Seen()
    for value in values:
        seen.add(value)
    return seen.schema()


@settings(max_examples=300)
@given(values=st.lists(VALUES, min_size=1, max_size=6))
def test_a_schema_admits_what_it_was_made_from(values: list[Any]) -> None:
    schema = schema_of(*values)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FORMATS)
    for value in values:
        validator.validate(value)


@given(values=st.lists(VALUES, min_size=1, max_size=4))
def test_the_same_values_again_change_nothing_but_what_is_required(values: list[Any]) -> None:
    """More evidence may make fields required; it never makes a schema another one."""
    again = schema_of(*values, *values)
    assert schema_of(*values, *values, *values) == again


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([1, 2], {"type": "integer"}),
        ([1, 2.5], {"type": "number"}),
        ([True, 1], {"anyOf": [{"type": "boolean"}, {"type": "integer"}]}),
        (["a", None], {"type": ["string", "null"]}),
        ([None], {}),
        ([UNKNOWN, 1], {}),
        ([[]], {"type": "array", "items": {}}),
        ([[1, "a"]], {"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "string"}]}}),
        ([{}], {"type": "object", "additionalProperties": True}),
        (["2024-01-31", "2024-01-31"], {"type": "string", "format": "date"}),
        (["2024-01-31", ""], {"type": "string"}),
        (["2024-01-31T08:00:00+01:00"], {"type": "string", "format": "date-time"}),
        ([{"id": 1}], {"type": "object", "properties": {"id": {"type": "integer"}}}),
        (
            [{"id": 1, "a": None}, {"id": 2}],
            {"type": "object", "properties": {"id": {"type": "integer"}, "a": {}}, "required": ["id"]},
        ),
        (
            [{"42": {"n": 1}, "43": {"n": 2}}],
            {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "properties": {"n": {"type": "integer"}},
                    "required": ["n"],
                },
            },
        ),
    ],
    ids=json.dumps,
)
def test_what_values_say(values: list[Any], wanted: dict[str, Any]) -> None:
    assert schema_of(*values) == wanted


def test_what_is_nested_beyond_reason_is_any_value() -> None:
    deep: Any = 1
    for _ in range(300):
        deep = [deep]
    text = json.dumps(schema_of(deep))
    assert text.count('"array"') == 61
    assert text.endswith('"items": {}' + "}" * 61)


def test_an_object_with_very_many_names_is_a_map() -> None:
    schema = schema_of({f"word{chr(97 + index % 26) * (1 + index // 26)}": 1 for index in range(300)})
    assert schema["additionalProperties"] == {"type": "integer"}
    assert len(schema["properties"]) == 200
