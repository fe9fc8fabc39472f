"""doctor: what this machine lacks for the work, each with what to do about it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .. import PROGRAM, __version__
from .providers import there

OLDEST = (3, 11)
_LIBRARIES = ("datamodel-code-generator", "jinja2", "openapi-spec-validator", "pydantic", "ruff", "httpx", "typer")
_BACKEND = "hatchling"
"""What builds generated packages: pip fetches it from the index."""
_SECONDS = 15
ILL = "NO  "


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. help: what to do where it is not fine. needed: whether nothing works without it."""

    fine: bool
    text: str
    help: str = ""
    needed: bool = True

    @property
    def mark(self) -> str:
        return "ok  " if self.fine else ILL if self.needed else "note"


def findings() -> Iterator[Finding]:
    """Yield what was looked at, one after the other; none raises."""
    for look in (_python, _tool, _libraries, _formatter, _folders, _specs, _git, _index):
        try:
            yield from look()
        except Exception as error:  # a doctor does not fall ill
            yield Finding(False, f"{look.__name__.strip('_')}: {type(error).__name__}: {error}")


def _python() -> Iterator[Finding]:
    shown = ".".join(str(each) for each in sys.version_info[:3])
    needed = ".".join(str(each) for each in OLDEST)
    yield Finding(
        sys.version_info >= OLDEST, f"Python {shown} ({sys.executable})", f"Python {needed} or later is needed"
    )


def _tool() -> Iterator[Finding]:
    yield Finding(True, f"{PROGRAM} {__version__} ({Path(__file__).parents[1]})")


def _libraries() -> Iterator[Finding]:
    found: list[str] = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding(False, f"{name} is not installed", f"{sys.executable} -m pip install {name}")
    yield Finding(bool(found), ", ".join(found))


def _formatter() -> Iterator[Finding]:
    from ..python.format import format_files

    done = format_files({"a/b.py": "x=1\n"}) == {"a/b.py": "x = 1\n"}
    yield Finding(done, "ruff formats", "install ruff again: its program does not do what it should")


def _folders() -> Iterator[Finding]:
    from ..pipeline.cache import folder

    yield _writable(Path.cwd(), "this folder", "run it from a folder where you may write")
    yield _writable(
        Path(tempfile.gettempdir()), "the folder for temporary files", "set TMPDIR to one where you may write"
    )
    help = "set XDG_CACHE_HOME to a folder where you may write; without it, each run does all the work"
    yield _writable(folder(), "the folder of the cache", help, needed=False)


def _writable(folder: Path, called: str, help: str, *, needed: bool = True) -> Finding:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    fine = os.access(there, os.W_OK | os.X_OK)
    return Finding(fine, f"{called} {'can' if fine else 'cannot'} be written to ({folder})", help, needed)


def _specs() -> Iterator[Finding]:
    names = there(Path("specs"))
    if Path("specs").is_dir():
        yield Finding(True, f"specs/ has {len(names)} providers" + (f": {', '.join(names)}" if names else ""))
    else:
        help = f"`{PROGRAM} init FOLDER` makes a repository with one; `{PROGRAM} build` needs none"
        yield Finding(False, "no specs/ in this folder", help, needed=False)


def _git() -> Iterator[Finding]:
    help = "`diff`, `release` and `check --base` read revisions with it: install git"
    if not (path := shutil.which("git")):
        yield Finding(False, "git is not found", help, needed=False)
        return
    shown = _run([path, "--version"])
    yield Finding(shown.returncode == 0, f"{shown.stdout.strip() or 'git does not run'} ({path})", help, needed=False)


def _index() -> Iterator[Finding]:
    """Ask the package index as pip does, with its settings, for what builds a package; nothing is installed."""
    if _run([sys.executable, "-m", "pip", "--version"]).returncode:
        yield Finding(
            False, "no pip in this environment", "packages are installed by another tool, as uv", needed=False
        )
        return
    options = ["--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--retries", "0", "--timeout", "5"]
    asked = _run([sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *options, _BACKEND])
    text = (
        "the package index answers"
        if asked.returncode == 0
        else "the package index was not reached, or lacks hatchling"
    )
    help = "generated packages are installed with its help: see to the network, HTTPS_PROXY or PIP_INDEX_URL"
    yield Finding(asked.returncode == 0, text, help, needed=False)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command for its exit code and output; one that takes too long has failed."""
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return subprocess.CompletedProcess(command, 1, "", "")
