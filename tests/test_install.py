"""What people install: the wheel in an environment of its own, by the commands of docs/start.md, far from a checkout.

Nothing is fetched: what the wheel needs is taken from the environment that runs the tests, by a path file.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
START = ROOT / "docs" / "start.md"
PLUGINS = ROOT / "docs" / "plugins.md"
ACTION = ROOT / "action.yml"
EXIT = re.compile(r"\s*# exits with (\d)")


class Block(NamedTuple):
    """A fenced block of a page. file: the name that its title gives it, "" for none."""

    language: str
    file: str
    text: str


class Installed(NamedTuple):
    """folder: an empty one to work in. environment: variables for programs there."""

    folder: Path
    environment: dict[str, str]

    def run(self, command: str, code: int = 0) -> str:
        """Run a command of a shell; returns what it printed."""
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=120
        )
        printed = done.stdout + done.stderr
        assert done.returncode == code, f"{command}: {done.returncode}\n{printed}"
        return printed


def blocks(path: Path) -> list[Block]:
    found = re.findall(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', path.read_text("utf-8"), re.M | re.S)
    return [Block(*each) for each in found]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as those who package it do."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (source,) = folder.glob("*.tar.gz")
    shutil.unpack_archive(source, folder)
    unpacked = folder / source.name.removesuffix(".tar.gz")
    subprocess.run([*build, "-t", "wheel"], cwd=unpacked, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment in which `pip install specloom` finds the wheel and nothing of a network."""
    folder = tmp_path_factory.mktemp("away")
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    own = {
        "PATH": f"{venv / 'bin'}:{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheel.parent),
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads 0 as: do not isolate
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    people = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Someone") | dict.fromkeys(
        ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "someone@example.com"
    )
    work = folder / "work"
    work.mkdir()
    return Installed(work, own | people)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_the_wheel_holds_all_that_runs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {path for path in (ROOT / "generator").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {f"specloom/{path.relative_to(ROOT / 'generator').as_posix()}" for path in ours} <= names
    assert {f"specloom/templates/{path.name}" for path in (ROOT / "templates").iterdir()} <= names
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {each for each in tops if not each.endswith(".dist-info")} == {"specloom"}


@pytest.fixture
def servers() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that end with the test."""
    running: list[subprocess.Popen[bytes]] = []
    yield running
    for each in running:
        each.terminate()
        each.wait(10)


def test_start_in_five_minutes(installed: Installed, port: int, servers: list[subprocess.Popen[bytes]]) -> None:
    """The commands of docs/start.md, in the order of the page."""
    assert installed.run("pip install specloom").count("Successfully installed specloom-") == 1
    printed: dict[str, str] = {}
    place = installed
    for block in blocks(START):
        text = block.text.replace("8765", str(port))
        if block.file:
            (installed.folder / block.file).write_text(text)
        if block.language != "sh":
            continue
        for line in text.splitlines():
            code = EXIT.search(line)
            command = EXIT.split(line)[0]
            if line.endswith(" &"):
                servers.append(_start(line.removesuffix(" &").split(), place, port))
            elif line.startswith("cd "):
                place = place._replace(folder=place.folder / line.removeprefix("cd "))
            else:
                printed[command] = place.run(command, int(code[1]) if code else 0)
    assert "nothing is missing" in printed["specloom doctor"]
    assert printed["python call.py"] == "o1 tea 2\n"
    assert printed["python ../call.py"] == "o1 tea 2\no2 tea 2\n"
    said = next(each.text for each in blocks(START) if each.language == "text").strip()
    assert said in printed["specloom diff HEAD:specs specs"]
    assert (place.folder / "generated/shop/shop_client/resources").is_dir()
    _check_the_action(place)
    assert list((installed.folder.parent / "cache/specloom").iterdir()), "the cache stands where the platform keeps it"


def _check_the_action(place: Installed) -> None:
    """Run the scripts of action.yml, but for the installation, as a pull request with the changes of the page would."""
    (place.folder / "runner").mkdir()
    (place.folder / "runner/specloom").symlink_to(Path(place.environment["HOME"]) / "venv")
    values = {"BASE": "HEAD", "SPECS": "specs", "OUTPUT": "generated", "FAIL_ON": "none", "REPORT": "report"}
    files = {"RUNNER_TEMP": "runner", "GITHUB_STEP_SUMMARY": "summary.md"}
    there = place._replace(environment=place.environment | values | files)
    scripts = {step.get("name"): step.get("run") for step in yaml.safe_load(ACTION.read_text())["runs"]["steps"]}
    assert "::error file=specs/shop/openapi.yaml" in there.run(f"set -e\n{scripts['compare']}")
    assert "callers must change 1 place" in (place.folder / "summary.md").read_text()
    assert {path.name for path in (place.folder / "report").iterdir()} == {"diff.md", "diff.html", "diff.json"}
    check = f"set -e\n{scripts['generated files are current, and versions fit']}"
    assert "version" in there.run(check, 1)
    there.run("sed -i 's/0.1.0/0.2.0/' specs/shop/provider.toml && specloom generate")
    there.run(check)


def test_a_type_checker_holds_plug_ins_to_the_protocols(installed: Installed) -> None:
    """The module of docs/plugins.md, and the same with a fault."""
    (code,) = (each.text for each in blocks(PLUGINS) if each.language == "python")
    installed.run("pip install specloom")
    check = "python -m mypy --strict --cache-dir ../mypy acme_specloom.py"
    (installed.folder / "acme_specloom.py").write_text(code)
    installed.run(check)
    (installed.folder / "acme_specloom.py").write_text(code.replace("def claims(self, file: str,", "def claims(self,"))
    assert 'variable has type "Importer"' in installed.run(check, 1)


def _start(command: list[str], place: Installed, port: int) -> subprocess.Popen[bytes]:
    """Start a server, and wait until it listens."""
    program = shutil.which(command[0], path=place.environment["PATH"])
    assert program
    server = subprocess.Popen(
        [program, *command[1:]], cwd=place.folder, env=place.environment, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.05)
    raise AssertionError("the server does not listen")
