"""Faults of small schemas, from a table: what each is read as, and which words it gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.check.validate import validate
from generator.openapi.read.document import Draft
from generator.report import Report

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("check.yaml").read_text(encoding="utf-8"))
PLACE = "/components/schemas/Thing"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_what_a_schema_is_read_as(row: dict[str, Any]) -> None:
    assert row.keys() <= {"name", "schema", "becomes", "problems"}
    data: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {}}
    data["components"] = {"schemas": {"Thing": yaml.safe_load(yaml.safe_dump(row["schema"]))}}
    draft, report = Draft("spec.yaml", data), Report()
    validate(draft, report)
    assert draft.get(PLACE) == row.get("becomes", row["schema"])
    said = []
    for each in report.problems:
        meant = f", {each.help}" if each.help.startswith("did you mean") else ""
        said.append(f"{each.severity} {each.code} {each.at.pointer.removeprefix(PLACE) or '/'}{meant}")
    assert said == row.get("problems", [])


def test_the_table_is_one() -> None:
    names = [row["name"] for row in ROWS]
    assert len(names) == len(set(names))
