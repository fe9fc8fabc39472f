"""Runs the command line in this process, as a user does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.command import cli


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Run a command; returns the exit code and what stood on stderr."""
    monkeypatch.setattr(sys, "argv", ["generator", *arguments])
    monkeypatch.setenv("CI", "1")
    code: object = 0
    try:
        cli.run()
    except SystemExit as stopped:
        code = stopped.code or 0
    output = capsys.readouterr()
    assert output.out == ""
    return (code if isinstance(code, int) else 1), output.err


def tree(root: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def pages_of(folder: Path) -> list[str]:
    """List the pages of a case, as its import is given them. Parts of documents lie in folders below."""
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    return [f"pages/{name}" for name in names if name not in ("provider.toml", "expected.yaml", "stderr.txt")]
