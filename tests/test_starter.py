"""What `init` writes, what `doctor` says, and how a set-up that fails explains itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.command import cli, doctor
from generator.command.init import starter

ROOT = Path(__file__).parent.parent


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["generator", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.run()
    return int(caught.value.code or 0)


def test_init_writes_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run(monkeypatch, "init", str(tmp_path / "demo")) == 0
    written = {
        path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*") if path.is_file()
    }
    assert written == starter().keys()
    assert {".gitignore", ".gitattributes", ".github/workflows/specs.yml", "Makefile", "README.md"} <= written
    pins = (tmp_path / "demo/requirements.txt").read_text()
    assert f"specloom=={__version__}\n" in pins and re.search(r"^ruff==[\d.]+$", pins, re.M) and "@" not in pins


def test_init_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert _run(monkeypatch, "init", str(tmp_path)) == 2
    assert "README.md" in capfd.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"] and (
        tmp_path / "README.md"
    ).read_text() == "mine"


def test_the_starter_sets_up_as_this_repository_does() -> None:
    def rule(text: str) -> str:
        found = re.search(r"^\$\(READY\): .*?^\t@touch \$\(READY\)$", text, re.M | re.S)
        assert found
        return found[0]

    ours = rule((ROOT / "Makefile").read_text()).replace("requirements.lock", "requirements.txt")
    assert rule(starter()["Makefile"]) == ours.replace("--require-hashes ", "")


def _make(folder: Path, python: str) -> str:
    """Run `make` with a program in the place of Python; it has to fail. Returns what it says."""
    (folder / "python3").write_text(f"#!/bin/sh\n{python}\n")
    (folder / "python3").chmod(0o755)
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements.lock").write_text("")
    command = ["make", "--no-print-directory", "generate", f"PYTHON={folder / 'python3'}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and not (folder / ".venv/.ready").exists()
    return "\n".join(line for line in done.stderr.splitlines() if not line.startswith("make"))


def test_no_python(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").write_text("")
    done = subprocess.run(
        ["make", "generate", "PYTHON=python9"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "python9 is not found: install Python 3.11 or later, or say which with PYTHON=..." in done.stderr


def test_an_old_python(tmp_path: Path) -> None:
    old = f'exec {sys.executable} -c "import sys; sys.version_info = (3, 9, 1); exec(sys.argv[2])" "$@"'
    said = _make(tmp_path, old)
    assert said.startswith("Python 3.11 or later is needed; say which with PYTHON=...") and said.endswith("is 3.9)")


def test_no_venv_module(tmp_path: Path) -> None:
    said = _make(tmp_path, f'case "$2" in *ensurepip*) exit 1;; esac; exec {sys.executable} "$@"')
    assert said.endswith("install its venv module (Debian, Ubuntu: apt install python3-venv)")


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("WARNING: Retrying ... NewConnectionError: [Errno 111] Connection refused", "no package index was reached"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "other files than requirements.lock",
        ),
        ("ERROR: No space left on device", "ERROR: No space left on device"),
    ],
)
def test_what_cannot_be_installed(tmp_path: Path, printed: str, why: str) -> None:
    pip = f"#!/bin/sh\\necho '{printed}'\\nexit 1\\n"
    fake = (
        f'if [ "$1" = -m ]; then mkdir -p .venv/bin; printf "{pip}" > .venv/bin/python; chmod +x .venv/bin/python; fi'
    )
    said = _make(tmp_path, fake)
    assert said.count("\n") == 0 and said.startswith("the dependencies are not installed: ") and why in said


def test_doctor_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def silent(command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0 if "--version" in command else 1, "git version 9", "")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "_run", silent)
    assert _run(monkeypatch, "doctor") == 0
    printed = capfd.readouterr().out
    assert f"ok   Python {sys.version.split()[0]}" in printed and "ok   ruff formats" in printed
    assert "note no specs/ in this folder" in printed and "init FOLDER" in printed
    assert "note the package index was not reached" in printed and "HTTPS_PROXY or PIP_INDEX_URL" in printed

    monkeypatch.setattr(doctor, "OLDEST", (9, 9))
    monkeypatch.setattr(doctor, "_git", lambda: 1 / 0)
    assert _run(monkeypatch, "doctor") == 1
    printed = capfd.readouterr().out
    assert "NO   Python" in printed and "9.9 or later is needed" in printed
    assert "NO   git: ZeroDivisionError" in printed or "ZeroDivisionError" in printed
