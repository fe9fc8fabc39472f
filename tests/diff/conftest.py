"""What tests of the command share: a way to run it, and a repository."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.command import cli

from .battery import base
from .checking import Checking
from .repository import Run, commit, git, write
from .test_usage import start


@pytest.fixture(scope="session", autouse=True)
def checking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checking | None]:
    """Start the type checker of test_usage.py, where it is asked for, before all other tests: it takes long."""
    if not any(item.path.name == "test_usage.py" for item in request.session.items):
        yield None
        return
    running = start(tmp_path_factory.mktemp("usage"))
    yield running
    with running.process as process:  # closes its output, also where no test has read it
        process.kill()


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
