"""Which packages need no run: a hash over everything that decides them.

It is kept in .cache/ of the repository, never committed; an installed tool keeps it where the platform has its caches.
A run with nothing to do then costs no import of the model tool. Deleting it is always safe.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from .. import INSTALLED, __version__
from ..data import as_map
from .write import write_text

_PACKAGE = Path(__file__).parents[1]
TOOLS = ("datamodel-code-generator", "jinja2", "pydantic", "ruff")
"""Distributions beside ours that decide what is written; the repository pins them in requirements.lock."""


def folder() -> Path:
    """Return where caches are kept."""
    if not INSTALLED:
        return _PACKAGE.parent / ".cache"
    from platformdirs import user_cache_path

    return user_cache_path("specloom", appauthor=False)


_FILE = folder() / "generate.json"


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
    """Hash the generator itself, its templates, and the versions of what it stands on."""
    digest = hashlib.sha256(__version__.encode())
    root = _PACKAGE if INSTALLED else _PACKAGE.parent
    _add(digest, root, [*_PACKAGE.rglob("*.py"), *(root / "templates").rglob("*.jinja"), root / "requirements.lock"])
    if INSTALLED:
        from importlib.metadata import version

        for name in TOOLS:
            digest.update(f"{name} {version(name)}\0".encode())
    return digest.hexdigest()


def _state(tool: str, specs: Path, output: Path, name: str) -> str:
    digest = hashlib.sha256(tool.encode())
    for folder in (specs / name, output / name):
        _add(digest, folder, [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts])
    choices = specs / name / "provider.toml"
    if choices.is_file() and b"outputs" in choices.read_bytes():
        from .plugins import installed_outputs

        digest.update(repr(installed_outputs()).encode())
    return digest.hexdigest()


def _add(digest: Digest, root: Path, files: Iterable[Path]) -> None:
    for path in sorted(files):
        if path.is_file():
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
