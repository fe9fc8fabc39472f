"""What is proposed for what was seen: proposals.yaml holds small documents, and what becomes of their schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.data import Json, as_map
from generator.openapi.drift.log import Seen, read_log
from generator.openapi.drift.overlay import as_yaml, new_overlay, with_actions
from generator.openapi.drift.proposal import Proposal, propose
from generator.openapi.read.load import parse
from generator.openapi.read.overlay import apply
from generator.pipeline import document, document_source, front
from generator.report import Report

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "proposals.yaml").read_text(encoding="utf-8"))


def made(row: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": "It.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    own = (
        {"description": "It.", "content": {"application/json": {"schema": row["before"]}}}
        if "before" in row
        else answer
    )
    return {
        "openapi": "3.0.3" if row.get("old") else "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {
            "/pet": {"get": {"operationId": "getPet", "tags": ["pets"], "responses": {"200": own}}},
            "/pets": {"get": {"operationId": "other", "tags": ["pets"], "responses": {"200": answer}}},
        },
        "components": {"schemas": dict(row["schemas"])},
    }


def proposed(row: dict[str, Any], folder: Path) -> tuple[dict[str, Json], Proposal]:
    path = folder / "openapi.yaml"
    path.write_text(yaml.safe_dump(made(row), sort_keys=False))
    source = document_source(path)
    data = document(source, Report()).data
    listed = [
        Seen(
            **{"operation": "GET /pet", "place": "$.a", "count": 2, "first": "2026-01-02", "last": "2026-01-03", **each}
        )
        for each in row["seen"]
    ]
    return data, propose(data, front(source, Report())[0], source.name, listed)


def applied(data: dict[str, Json], found: Proposal) -> dict[str, Json]:
    report = Report()
    actions: list[Json] = [*found.actions]
    overlay: Json = {"overlay": "1.1.0", "info": {"title": "x", "version": "1"}, "actions": actions}
    changed = apply(data, overlay, file="overlay.yaml", report=report)
    assert report.problems == []
    return as_map(changed)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_proposals(row: dict[str, Any], tmp_path: Path) -> None:
    data, found = proposed(row, tmp_path)
    assert [reason for _, reason in found.unsaid] == row.get("unsaid", [])
    assert len(found.settled) == row.get("settled", 0)
    expected = made(row)
    expected["components"]["schemas"] |= row.get("becomes", {})
    if "answer" in row:
        content = expected["paths"]["/pet"]["get"]["responses"]["200"]["content"]
        expected["paths"]["/pet"]["get"]["responses"]["200"] = {
            "description": "It.", "content": {**content, "application/json": {"schema": row["answer"]}}
        }  # fmt: skip
    changed = applied(data, found) if found.actions else data
    assert changed == expected
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(changed, sort_keys=False))
    again = {**row, "schemas": as_map(as_map(changed["components"])["schemas"])}
    if "becomes" in row:
        assert proposed(again, tmp_path)[1].actions == []


def test_an_action_says_what_it_does_how_often_and_what_else_it_changes(tmp_path: Path) -> None:
    _, found = proposed(ROWS[3], tmp_path)
    assert [each["description"] for each in found.actions] == [
        "Pet.size may be null: seen twice in GET /pet, 2026-01-02 to 2026-01-03; Pet is also part of GET /pets"
    ]


def test_actions_stand_at_the_end_of_what_is_there(tmp_path: Path) -> None:
    actions: list[dict[str, Json]] = [{"target": "$.info", "description": "on", "update": {"title": "yes: no"}}]
    for text in (
        new_overlay("Ours", actions),
        "overlay: 1.1.0\nactions:\n- {target: $, remove: true} # a word\n\n# end",
    ):
        longer = with_actions(text, actions)
        assert longer.startswith(text)
        found = as_map(parse(longer, "overlay.yaml", Report()))["actions"]
        assert isinstance(found, list) and found[-1] == actions[0] and len(found) == 2
    for text in (
        "actions: []\n",
        "actions:\n  - {target: $}\ninfo: {}\n",
        "actions: [{target: $}]\n",
        "overlay: 1.1.0",
    ):
        assert with_actions(text, actions) == ""
    assert as_map(parse(as_yaml(actions), "x", Report())) == {"actions": actions}


def test_lines_that_are_none_of_a_log_are_counted() -> None:
    line = '{"place": "$.a", "found": "null", "count": 2, "first": "2026-01-02T00:00:00+00:00", "last": "2026-01-02"}'
    found, strange = read_log(f'{line}\n\n{{"found": "null"}}\nno\n[1]\n{line}\n{{"found": 1, "count": 1}}\n')
    assert strange == 4
    assert [each.count for each in found] == [4]
