"""Which packages need no run: a hash over everything that decides them, kept in .cache/ and never committed.

A run with nothing to do then costs no import of the model tool. Deleting .cache/ is always safe.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from ..data import as_map
from .write import write_text

ROOT = Path(__file__).parents[2]
_FILE = ROOT / ".cache" / "generate.json"


class Digest(Protocol):
    """A hash under way."""

    def update(self, data: bytes, /) -> None: ...


def fresh(specs: Path, output: Path, names: Iterable[str]) -> set[str]:
    """Return the providers whose inputs and outputs are as the last run left them."""
    known = _known()
    tool = _tool() if known else ""
    return {name for name in names if known and known.get(_key(output, name)) == _state(tool, specs, output, name)}


def remember(specs: Path, output: Path, names: Iterable[str]) -> None:
    """Keep the state of providers that were just generated. A cache that cannot be written is no error."""
    tool = _tool()
    states = {_key(output, name): _state(tool, specs, output, name) for name in names}
    with contextlib.suppress(OSError):
        write_text(_FILE, json.dumps(_known() | states, indent=2) + "\n")


def _known() -> dict[str, Any]:
    try:
        return as_map(json.loads(_FILE.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _key(output: Path, name: str) -> str:
    return (output / name).resolve().as_posix()


def _tool() -> str:
    """Hash the generator itself, its templates and its pins."""
    digest = hashlib.sha256()
    files = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.jinja"), ROOT / "requirements.lock"]
    _add(digest, ROOT, files)
    return digest.hexdigest()


def _state(tool: str, specs: Path, output: Path, name: str) -> str:
    digest = hashlib.sha256(tool.encode())
    for folder in (specs / name, output / name):
        _add(digest, folder, [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts])
    return digest.hexdigest()


def _add(digest: Digest, root: Path, files: Iterable[Path]) -> None:
    for path in sorted(files):
        if path.is_file():
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
