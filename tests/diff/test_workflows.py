"""The workflows: stock actions, the least rights, and the marker by which a comment is found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diff.reports.markdown import MARKER

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
RIGHTS = {
    "test": {"contents": "read"},
    "diff": {"contents": "read"},
    "comment": {"actions": "read", "pull-requests": "write"},
}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow(path: Path) -> None:
    workflow: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(each["uses"].startswith("actions/") for each in steps if "uses" in each)
    assert workflow["permissions"] == RIGHTS[path.stem]
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_who_may_write_runs_nothing_of_the_pull_request() -> None:
    text = (WORKFLOWS[0].parent / "comment.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["comment"]["steps"]
    assert not any("run" in each or "checkout" in each.get("uses", "") for each in steps)
    assert f"const marker = '{MARKER}';" in text
