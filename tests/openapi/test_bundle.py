"""Several files that become one document, from a table: no component takes the place of another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.openapi.read.bundle import bundle
from generator.openapi.read.load import load
from generator.report import Report, SpecError

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("bundle.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_components_of_a_bundle(row: dict[str, Any], tmp_path: Path) -> None:
    assert row.keys() <= {"name", "schemas", "files", "become", "problems"}
    document = {"openapi": "3.1.0", "paths": {}, "components": {"schemas": row["schemas"]}}
    for name, data in {"spec.yaml": document, **row.get("files", {})}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    report = Report()
    draft = load(tmp_path / "spec.yaml", report, name="spec.yaml")
    try:
        bundle(draft, tmp_path, report)
    except SpecError:
        assert row["become"] == "nothing"
    else:
        assert draft.get("/components/schemas") == row.get("become", row["schemas"])
    said = [f"{each.severity} {each.code} {each.at.pointer}" for each in report.problems]
    assert said == row.get("problems", [])


def test_a_reference_within_an_extension_is_none(tmp_path: Path) -> None:
    """What an extension of the components holds is no component, also where it looks like a reference."""
    rules = {"policies": {"$ref": "../policies.yaml"}, "usual": {"$ref": "#/components/x-rules/policies"}}
    document = {"openapi": "3.1.0", "paths": {}, "components": {"x-rules": rules}}
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    report = Report()
    draft = load(tmp_path / "spec.yaml", report, name="spec.yaml")
    bundle(draft, tmp_path, report)
    assert report.problems == []
    assert draft.get("/components/x-rules") == rules
