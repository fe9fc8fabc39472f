"""Files and commits of a repository, and what the diff says of them as JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.diff.reports import as_json

Run = Callable[..., int]
"""Runs the command line with some arguments; returns the exit code."""


def write(path: Path, data: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return path


def git(where: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *settings, *arguments], cwd=where, check=True, capture_output=True, text=True).stdout


def commit(where: Path) -> None:
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "change")


def report(capfd: pytest.CaptureFixture[str]) -> Any:
    content = json.loads(capfd.readouterr().out)
    schema = json.loads((Path(as_json.__file__).parent / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(content)
    return content
