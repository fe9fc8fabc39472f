"""What tests of the command share: a way to run it, and a repository."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.command import cli

from .battery import base
from .repository import Run, commit, git, write


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "true")

    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["generator", *arguments])
        with pytest.raises(SystemExit) as caught:
            cli.run()
        code = caught.value.code
        return code if isinstance(code, int) else 0

    return call


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of two providers, the first commit being the base."""
    for name in ("pets", "zoo"):
        write(tmp_path / "specs" / name / "openapi.yaml", base())
        write(tmp_path / "specs" / name / "provider.toml", f'package = "{name}_client"\nversion = "1.2.0"\n')
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path)
    return tmp_path
