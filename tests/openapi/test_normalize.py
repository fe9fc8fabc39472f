"""The normal form of small schemas, from a table: what each pass of `normalize` decides, and what it says about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.names import PLAIN
from generator.openapi.normalize import normalize
from generator.openapi.read.document import Draft
from generator.report import Report

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("normalize.yaml").read_text(encoding="utf-8"))
KEYS = {
    "name", "property", "thing", "others", "becomes", "beside", "problems", "schemas", "become", "paths",
    "paths become",
}  # fmt: skip


def whole(value: Any) -> Any:
    """Write out the references of a table, in a copy."""
    if isinstance(value, list):
        return [whole(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: whole(each) for key, each in value.items()}
    if isinstance(name := found.get("$ref"), str) and not name.startswith("#"):
        found["$ref"] = f"#/components/schemas/{name}"
    return found


def given(row: dict[str, Any]) -> dict[str, Any]:
    """Return the components of a row as they are given."""
    thing: dict[str, Any] = {"Thing": row["thing"]} if "thing" in row else row.get("schemas", {})
    if "property" in row:
        thing = {"Thing": {"type": "object", "properties": {"a": row["property"]}}}
    return {name: whole(each) for name, each in {**thing, **row.get("others", {})}.items()}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """Return the components of a row in their normal form."""
    if "become" in row:
        return {name: whole(each) for name, each in row["become"].items()}
    kind = "property" if "property" in row else "thing"
    return {**given({**row, kind: row.get("becomes", row[kind])}), **whole(row.get("beside", {}))}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_normal_form(row: dict[str, Any]) -> None:
    assert row.keys() <= KEYS
    info = {"title": "Small", "version": "1"}
    components: Any = {"schemas": given(row)}
    data: dict[str, Any] = {"openapi": "3.1.0", "info": info, "paths": whole(row.get("paths", {}))}
    draft, report = Draft("spec.yaml", {**data, "components": components}), Report()
    normalize(draft, PLAIN, report)
    assert draft.data["components"] == {"schemas": expected(row)}
    assert draft.data["paths"] == whole(row.get("paths become", {}))
    assert [f"{each.severity} {each.code} {each.at.pointer}" for each in report.problems] == row.get("problems", [])


def test_the_table_is_one() -> None:
    names = [row["name"] for row in ROWS]
    assert len(names) == len(set(names)) and len(names) >= 60


def test_a_class_that_becomes_two_follows_the_new_names() -> None:
    def inline() -> dict[str, Any]:
        return {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/foo_bar"}}}

    schemas = {
        "foo_bar": {"type": "object", "properties": {"id": {"type": "string"}}},
        "One": {"type": "object", "properties": {"p": inline()}},
        "Two": {"type": "object", "properties": {"q": inline()}},
    }
    info = {"title": "Small", "version": "1"}
    data: dict[str, Any] = {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}
    draft, report = Draft("spec.yaml", data), Report()
    chosen = {"/components/schemas/One/properties/p": "First", "/components/schemas/Two/properties/q": "Second"}
    normalize(draft, PLAIN, report, chosen)
    found: Any = draft.data["components"]
    for name in ("First", "Second"):
        assert found["schemas"][name]["properties"]["a"] == {"$ref": "#/components/schemas/FooBar"}
