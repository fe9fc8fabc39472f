"""The workflows and the action: the least rights, what they call, and the marker by which a comment is found again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.command import cli
from generator.command.init import starter
from generator.diff.reports.markdown import MARKER

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
READ = {"contents": "read"}
RIGHTS: dict[str, dict[str, str]] = {
    "test": READ,
    "diff": READ,
    "comment": {"actions": "read", "pull-requests": "write"},
    "update": READ,
    "update update": {"contents": "write", "pull-requests": "write"},
    "release": READ,
    "release publish": {"id-token": "write", "attestations": "write"},
}
"""Workflow, or workflow and job -> what it may do."""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_may_do_no_more_than_they_need(path: Path) -> None:
    workflow: Any = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == RIGHTS[path.stem]
    own = {f"{path.stem} {name}": job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert own == {name: rights for name, rights in RIGHTS.items() if name.startswith(f"{path.stem} ")}


def test_who_may_write_runs_nothing_of_the_pull_request() -> None:
    ours = (ROOT / ".github/workflows/comment.yml").read_text("utf-8")
    for text in (ours, starter()[".github/workflows/comment.yml"]):
        steps = yaml.safe_load(text)["jobs"]["comment"]["steps"]
        assert not any("run" in each or "checkout" in each.get("uses", "") for each in steps)
        assert f"const marker = '{MARKER}';" in text


def test_workflows_are_safe(tmp_path: Path) -> None:
    """zizmor finds nothing in the workflows, the action, and what `init` writes; offline."""
    for name, text in starter().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    program = Path(sys.executable).parent / "zizmor"
    places = [str(each) for each in (ROOT / ".github", ACTION, tmp_path / ".github")]
    done = subprocess.run(
        [str(program), "--offline", "--no-progress", *places], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def steps(path: Path) -> list[dict[str, object]]:
    data = yaml.safe_load(path.read_text("utf-8"))
    jobs = data["jobs"].values() if "jobs" in data else [data["runs"]]
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_each_step_can_run(path: Path) -> None:
    """Actions are pinned by their hash or ours, scripts parse, and what they call of make and the program is there."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"\$/|[\w.-]+/[\w./-]+@[0-9a-f]{40}", str(step["uses"])), step["uses"]
            continue
        script = str(step["run"])
        assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0
        assert "${{" not in script, "values of a run reach a script by its environment alone"
        for target in re.findall(r"\bmake (?:--\S+ )*([a-z]+)", script):
            assert target in targets
        for name in re.findall(r"^\s*(?:python -m )?(?:specloom|generator) ([a-z]+)", script, re.M):
            assert name in {
                each.name or (each.callback and each.callback.__name__) for each in cli.app.registered_commands
            }


def test_ci_runs_what_the_readme_says() -> None:
    assert "make test" in (ROOT / "README.md").read_text() and "make test" in (ROOT / ".ci/run").read_text()
    assert os.access(ROOT / ".ci/run", os.X_OK)
