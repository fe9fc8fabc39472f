"""What `init` writes, what `doctor` says, how a set-up that fails explains itself, and the workflows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.command import cli, doctor
from generator.command.init import starter

ROOT = Path(__file__).parent.parent
WORKFLOWS = [*sorted((ROOT / ".github/workflows").glob("*.yml")), ROOT / "action.yml"]


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


# Workflows


def test_workflows_are_safe(tmp_path: Path) -> None:
    """zizmor finds nothing in the workflows, the action, and what `init` writes; offline."""
    for name, text in starter().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    program = Path(sys.executable).parent / "zizmor"
    places = [str(each) for each in (*WORKFLOWS, ROOT / ".github/dependabot.yml", tmp_path / ".github")]
    done = subprocess.run(
        [str(program), "--offline", "--no-progress", *places], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def steps(path: Path) -> list[dict[str, object]]:
    data = yaml.safe_load(path.read_text("utf-8"))
    jobs = data["jobs"].values() if "jobs" in data else [data["runs"]]
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
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
