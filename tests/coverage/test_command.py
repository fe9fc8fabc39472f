"""The command as a user runs it: exit codes, what goes where, and that it writes nothing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.command import cli

HERE = Path(__file__).parent


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["generator", "coverage", *arguments])
    monkeypatch.setenv("CI", "1")
    with pytest.raises(SystemExit) as stopped:
        cli.run()
    code = stopped.value.code
    return code if isinstance(code, int) else 0


@pytest.fixture
def specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of specs whose only provider says what its page says."""
    folder = tmp_path / "specs/acme"
    folder.mkdir(parents=True)
    shutil.copy(HERE / "acme/openapi.yaml", folder)
    shutil.copy(HERE / "acme/openapi.yaml", tmp_path / "page.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_hash(specs: Path, page: str) -> None:
    from hashlib import sha256

    (specs / "specs/acme/SOURCES.md").write_text(sha256((specs / page).read_bytes()).hexdigest(), encoding="utf-8")


def test_nothing_unexplained(specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with_hash(specs, "page.yaml")
    before = {path: path.read_bytes() for path in specs.rglob("*.*")}
    assert run(monkeypatch, "acme", "page.yaml") == 0
    output = capsys.readouterr()
    assert output.out.startswith("specs/acme: 1 page, ")
    assert output.out.endswith("\n0 unexplained lines\n")
    assert output.err == ""
    assert {path: path.read_bytes() for path in specs.rglob("*.*")} == before


def test_another_page(specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "acme", "page.yaml") == 1
    assert "! page.yaml is not the page that SOURCES.md names" in capsys.readouterr().out


def test_wrong_page(specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (specs / "page.md").write_text("# Robot\n\n```yaml\nopenapi: 3.1.0\n", encoding="utf-8")
    assert run(monkeypatch, "acme", "page.md") == 3
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("page.md:3:1: error C104: the block that begins here")


def test_missing_page(specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "acme", "none.md") == 4
    assert "none.md" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["acne", "page.yaml"], ["acme"], ["acme", "page.yaml", "--before", "x"] * 2])
def test_wrong_usage(arguments: list[str], specs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, *arguments) == 2


def test_older_copies_are_paired_by_name(
    specs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (specs / "page.yaml").read_text(encoding="utf-8")
    (specs / "old").mkdir()
    (specs / "old/page.yaml").write_text(text.replace("minimum: 0", "minimum: 1"), encoding="utf-8")
    (specs / "other.yaml").write_text(text, encoding="utf-8")
    assert run(monkeypatch, "acme", "page.yaml", "other.yaml", "--before", "old/page.yaml") == 1
    output = capsys.readouterr().out
    assert "    1 change since old/page.yaml\n    - old/page.yaml:12:1:" in output
    assert "        query limit minimum" in output or "        query limit\n" in output
