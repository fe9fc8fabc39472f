"""Format: the Python files of a package -> the same, formatted. The only module that runs ruff."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

_OPTIONS = ("--isolated", "--no-cache")
_FORMAT = ("format", "--line-length", "120", "--target-version", "py311")
_IMPORTS = ("check", "--select", "F401,I", "--fix", "--line-length", "120", "--target-version", "py311")
_TOOL_WRITTEN = "models/"
"""The folder whose imports the model tool wrote: unsorted, some unused."""


_MEMORY = Path("/dev/shm")
"""The folder that Linux keeps in memory. Files that are written twice and removed cost a disk ten times as much."""
_ROOM = 8
"""Bytes that have to be free for each one of text."""


class FormatFault(RuntimeError):
    """The formatter refused a file: a bug of ours."""


def format_files(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files with Python formatted, and the imports of models sorted; other files as they are."""
    python = {name for name in files if name.endswith(".py")}
    if not python:
        return dict(files)
    with tempfile.TemporaryDirectory(dir=_memory(sum(len(files[name]) for name in python))) as folder:
        root = Path(folder)
        for each in {Path(name).parent for name in python}:
            (root / each).mkdir(parents=True, exist_ok=True)
        for name in python:
            (root / name).write_bytes(files[name].encode("utf-8"))
        folders = sorted({str(Path(name).parent) for name in python if _TOOL_WRITTEN in name})
        if folders:
            _ruff(*_IMPORTS, *_OPTIONS, "--", *folders, folder=root)
        _ruff(*_FORMAT, *_OPTIONS, "--", ".", folder=root)
        return {
            name: (root / name).read_text(encoding="utf-8") if name in python else text for name, text in files.items()
        }


def _memory(size: int) -> Path | None:
    """Return the folder in memory where it has room for so many characters of text, None where any other will do."""
    try:
        is_there = os.access(_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(_MEMORY).free > _ROOM * size
    except OSError:
        return None
    return _MEMORY if is_there else None


def _ruff(*arguments: str, folder: Path) -> None:
    done = subprocess.run([find_ruff_bin(), *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise FormatFault((done.stderr or done.stdout).strip()[:2000])
