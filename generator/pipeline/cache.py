"""What earlier runs made, by a hash over everything that decides it: whole packages, and what the model tool wrote.

It is kept in .cache/ of the repository, never committed; an installed tool keeps it where the platform has its caches.
A run with nothing to do then loads no stage, and one whose models are as they were does not load the model tool, which
takes half of the time of any other. Deleting it is always safe; what is damaged is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from collections.abc import Callable, Collection, Iterable, Mapping
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


_MOST = 200_000_000
"""Bytes of what the model tool wrote that are kept; what was not asked for longest goes first."""


def texts(owner: str, asked: Mapping[str, str], make: Callable[[Collection[str]], dict[str, str]]) -> dict[str, str]:
    """Return the files that the model tool writes for an owner, file -> text: kept ones, and those that make() returns,
    which are kept from now on.

    asked: file -> all that decides its text. A cache that cannot be written is no error.
    """
    path = folder() / "models" / f"{_sum(_model_tool() + owner)}.json"
    known = _texts(path)
    keys = {file: _sum(each) for file, each in asked.items()}
    missing = [file for file, key in keys.items() if key not in known]
    found = {file: known[key] for file, key in keys.items() if key in known}
    if missing:
        found |= make(missing)
        text = json.dumps({keys[file]: each for file, each in found.items()})
        with contextlib.suppress(OSError):
            write_text(path, f"{_sum(text)}\n{text}")
            _make_room(path.parent)
    return found


def _texts(path: Path) -> dict[str, str]:
    """Read the texts that are kept, by the hash of what was asked; none where they are not as they were written."""
    try:
        known, _, text = path.read_text(encoding="utf-8").partition("\n")
        if _sum(text) != known:
            return {}
        os.utime(path)
    except (OSError, ValueError):
        return {}
    return {key: str(each) for key, each in as_map(json.loads(text)).items()}


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _make_room(folder: Path) -> None:
    """Remove what was not asked for longest, until the rest is small enough."""
    held = sorted(((each.stat(), each) for each in folder.iterdir()), key=lambda each: -each[0].st_mtime_ns)
    size = 0
    for status, path in held:
        size += status.st_size
        if size > _MOST:
            path.unlink(missing_ok=True)


def templates() -> Path | None:
    """Return the folder for compiled templates; None where there can be none."""
    path = folder() / "templates"
    with contextlib.suppress(OSError):
        path.mkdir(parents=True, exist_ok=True)
    return path if os.access(path, os.W_OK | os.X_OK) else None


def _model_tool() -> str:
    """Hash what decides what the model tool writes, beside what it is asked."""
    digest = hashlib.sha256((_PACKAGE / "python/model_tool.py").read_bytes())
    _add_versions(digest)
    digest.update(platform.python_version().encode())
    return digest.hexdigest()


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
        write_text(_packages(), json.dumps(_known() | states, indent=2) + "\n")


def _packages() -> Path:
    return folder() / "generate.json"


def _known() -> dict[str, Any]:
    try:
        return as_map(json.loads(_packages().read_text(encoding="utf-8")))
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
        _add_versions(digest)
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


def _add_versions(digest: Digest) -> None:
    from importlib.metadata import version

    for name in TOOLS:
        digest.update(f"{name} {version(name)}\0".encode())
