"""What inline schemas are called: a table of rules; whatever the order of the document; and each name once."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from diff.test_refactors import shuffled
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.openapi.normalize import normalize
from generator.openapi.read.bundle import bundle
from generator.openapi.read.document import Draft
from generator.openapi.read.provider import Lock
from generator.openapi.schema.wording import MOST_LETTERS
from generator.pipeline import NAMES
from generator.report import Report

from .test_normalize import whole

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("class_names.yaml").read_text(encoding="utf-8"))
PROPERTIES = st.sampled_from(("a", "b", "a_b", "items", "type"))
LEAVES = st.sampled_from(({"type": "string"}, {"type": "integer"}, {"const": "x"}, {"const": "y"}, {"$ref": "One"}))


def document(schemas: Any, paths: Any) -> Any:
    info = {"title": "Small", "version": "1"}
    found = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    return whole(deepcopy(found))


def named(data: Any, locked: dict[str, str]) -> dict[str, str]:
    """Return place -> class of a document."""
    draft = Draft("spec.yaml", deepcopy(data))
    bundle(draft, Path(__file__).parent, Report())
    normalize(draft, NAMES, Report(), locked=Lock(locked))
    return {place: name for name, places in draft.places.items() for place in places}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["rule"])
def test_rule(row: dict[str, Any]) -> None:
    assert row.keys() <= {"rule", "schemas", "paths", "locked", "names"}
    data = document(row.get("schemas", {}), row.get("paths", {}))
    found = named(data, row.get("locked", {}))
    assert found == row["names"]
    for seed in range(5):
        assert named(shuffled(data, random.Random(seed)), row.get("locked", {})) == found, "the order matters"
    assert named(data, found) == found, "what is written is read otherwise"


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return schemas around others, whose names are often alike."""
    properties = st.dictionaries(PROPERTIES, inner, min_size=1, max_size=3)
    title = st.sampled_from(({}, {}, {"title": "A"}, {"title": "one a"}))
    objects = st.builds(lambda title, found: {**title, "type": "object", "properties": found}, title, properties)
    unions = st.builds(lambda members: {"oneOf": members}, st.lists(inner, min_size=2, max_size=3))
    return objects | unions | st.builds(lambda items: {"type": "array", "items": items}, inner)


SCHEMAS = st.recursive(LEAVES, nested, max_leaves=12)
COMPONENTS = st.fixed_dictionaries(
    {"One": SCHEMAS.map(lambda each: {"type": "object", "properties": {"a": each}})},
    optional={"one": SCHEMAS, "OneA": SCHEMAS, "A": SCHEMAS, "Two": SCHEMAS, "two-items": SCHEMAS},
)


@settings(max_examples=300)
@given(COMPONENTS, st.integers(0, 10**6))
def test_order_means_nothing(schemas: Any, seed: int) -> None:
    data = document(schemas, {})
    found = named(data, {})
    assert named(shuffled(data, random.Random(seed)), {}) == found
    assert all(len(name) <= MOST_LETTERS for name in found.values())


@settings(max_examples=200)
@given(COMPONENTS)
def test_what_is_locked_is_what_comes_again(schemas: Any) -> None:
    data = document(schemas, {})
    found = named(data, {})
    assert named(data, found) == found
