"""Users' code is type-checked by mypy and basedpyright, both strict, once each: what is right passes, with the packages
themselves, and of what is wrong exactly the lines marked `# error` are refused."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
USAGE = ROOT / "tests" / "typing"
GENERATED = ROOT / "generated"
Place = tuple[str, int]
"""A file, from the project's folder, and a line."""


def expected() -> set[Place]:
    """The marked lines."""
    return {(place(path), number) for path in USAGE.glob("*.py") for number in marked(path)}


def marked(path: Path) -> Iterator[int]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.endswith("  # error"):
            yield number


def place(path: str | Path) -> str:
    return Path(os.path.relpath(path, ROOT)).as_posix()


def packages() -> list[Path]:
    return sorted(GENERATED.glob("*/*_client"))


def compare(found: dict[Place, str]) -> None:
    """Assert that the places are the expected ones; say of every other what is wrong with it."""
    wrong = [
        f"{path}:{line}: {message}" for (path, line), message in sorted(found.items()) if (path, line) not in marks
    ]
    missed = [f"{path}:{line}: not refused" for path, line in sorted(marks - found.keys())]
    assert not wrong + missed, "\n".join(["", *wrong, *missed])


marks = expected()


def test_there_is_something_to_check() -> None:
    names = {each.parent.name for each in packages()}
    assert names
    for kind in ("right", "wrong"):
        assert {each.name.removesuffix(f"_{kind}.py") for each in USAGE.glob(f"*_{kind}.py")} == names
    assert len(marks) > 80 and all(path.endswith("_wrong.py") for path, _ in marks)


def test_mypy(tmp_path: Path) -> None:
    config = tmp_path / "mypy.ini"
    config.write_text("[mypy]\nstrict = True\npython_version = 3.11\n", encoding="utf-8")
    cache = ROOT / ".cache" / "mypy-typing"
    command = [sys.executable, "-m", "mypy", "--config-file", str(config), "--cache-dir", str(cache)]
    command += ["--no-error-summary", "--no-pretty", "--show-absolute-path", "--no-color-output"]
    command += [str(USAGE), *map(str, packages())]
    paths = os.pathsep.join(str(each.parent) for each in packages())
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "MYPYPATH": paths}, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found: dict[Place, str] = {}
    for line in done.stdout.splitlines():
        match = re.fullmatch(r"(.+?):(\d+): error: (.*)", line)
        if match:
            found[place(match[1]), int(match[2])] = match[3]
    compare(found)


def test_basedpyright(tmp_path: Path) -> None:
    config = {
        "include": [str(USAGE), *map(str, packages())],
        "extraPaths": [str(each.parent) for each in packages()],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--project", str(tmp_path), "--pythonpath", sys.executable]
    done = subprocess.run([*command, "--outputjson"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert answer["summary"]["filesAnalyzed"] > 100
    found: dict[Place, str] = {}
    for each in answer["generalDiagnostics"]:
        if each["severity"] == "error":
            found[place(each["file"]), each["range"]["start"]["line"] + 1] = each["message"]
    compare(found)


@pytest.mark.parametrize("package", packages(), ids=lambda each: each.name)
def test_a_package_says_that_it_is_typed(package: Path) -> None:
    assert (package / "py.typed").is_file()
