"""Pages that no document states: the table says what is found, and what is only noted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.lower.paging_found import spelt
from generator.pipeline import document_source, front
from generator.report import Problem, Report

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))
LEAVES: dict[str, dict[str, Any]] = {
    "s": {"type": "string"},
    "n": {"type": "integer"},
    "b": {"type": "boolean"},
    "u": {"type": ["string", "null"], "format": "uri"},
    "l": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}},
    "list": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}},
}


def schema(said: Any) -> dict[str, Any]:
    """Return what a row says of a value, as a schema."""
    if isinstance(said, str):
        return LEAVES[said]
    return {"type": "object", "properties": {name: schema(each) for name, each in said.items()}}


def document(row: dict[str, Any]) -> dict[str, Any]:
    """Return a document with the operation of a row."""
    answer: dict[str, Any] = {"description": "ok", "content": {"application/json": {"schema": schema(row["page"])}}}
    if row.get("link"):
        answer["headers"] = {"link": {"schema": {"type": "string"}}}
    if "headers" in row:
        answer["headers"] = {name: {"schema": schema(each)} for name, each in row["headers"].items()}
    query = row.get("query", {}).items()
    operation: dict[str, Any] = {
        "parameters": [{"name": name, "in": "query", "schema": schema(each)} for name, each in query],
        "responses": {"200": answer},
    }
    if "pageable" in row:
        operation["x-ms-pageable"] = row["pageable"]
    if "body" in row:
        operation["requestBody"] = {"content": {"application/json": {"schema": schema(row["body"])}}}
    method = row.get("method", "post" if "body" in row else "get")
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/rows": {method: operation}}}


def looked_at(root: Path, data: dict[str, Any], *, finds: bool = True) -> list[Problem]:
    """Return what is said of the pages of a document."""
    path = root / "openapi.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    report = Report()
    source = document_source(path)
    if not finds:
        source = replace(source, provider=replace(source.provider, find_pages=False))
    api, _ = front(source, report)
    said = [each for each in report.problems if each.code in ("E409", "E410")]
    pages = api.resources[0].operations[0].paging
    assert (pages is not None) == any(each.code == "E409" for each in said)
    return said


@pytest.mark.parametrize("row", ROWS, ids=[each["why"] for each in ROWS])
def test_what_is_found(row: dict[str, Any], tmp_path: Path) -> None:
    said = looked_at(tmp_path, document(row))
    if "rule" in row:
        assert [(each.code, each.message.partition(" pages: ")[2]) for each in said] == [("E409", spelt(row["rule"]))]
    elif "note" in row:
        line = f"where that is right, write {spelt(row['note'])}" if row["note"] else ""
        assert [(each.code, each.help) for each in said] == [("E410", line)]
    else:
        assert said == []


@pytest.mark.parametrize(
    "row", [each for each in ROWS if each.get("rule") or each.get("note")], ids=lambda row: row["why"]
)
def test_the_line_that_is_written_is_taken(row: dict[str, Any], tmp_path: Path) -> None:
    """What is found, or noted, may be written into the document as it is printed."""
    data = document(row)
    (operation,) = data["paths"]["/rows"].values()
    operation |= yaml.safe_load(spelt(row.get("rule") or row["note"]))
    path = tmp_path / "openapi.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    report = Report()
    api, _ = front(document_source(path), report)
    assert report.problems == [] and api.resources[0].operations[0].paging is not None


def test_finding_is_switched_off(tmp_path: Path) -> None:
    found = ROWS[0]
    assert looked_at(tmp_path, document(found))
    assert looked_at(tmp_path, document(found), finds=False) == []
    data = document(found)
    data["paths"]["/rows"]["get"]["x-paging"] = False
    assert looked_at(tmp_path, data) == []
