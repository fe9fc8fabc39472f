"""Write: files -> a folder, all or nothing.

The new content is staged beside the folder, then the two are exchanged in one call where the system has it, else by two
renames that the next run completes. Files that the user put into the folder stay; files are removed only when our
manifest lists them; a file that somebody edited is named, and nothing is written unless `force` is given.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from .. import __version__

_EXCHANGE = 2
_AT_FDCWD = -100


@dataclass(frozen=True, slots=True)
class Manifest:
    """What we wrote last. path: of the manifest itself; inputs: hash of the spec and the choices."""

    path: Path
    inputs: str = ""
    files: Mapping[str, str] | None = None


class EditedFiles(Exception):
    """Files of ours that somebody changed; `names` relative to the folder."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def read_manifest(path: Path) -> Manifest:
    """Read what was written last; an empty manifest when there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(path, data["inputs"], dict(data["files"]))
    except (FileNotFoundError, NotADirectoryError):
        return Manifest(path)
    except (ValueError, KeyError, TypeError) as error:
        raise OSError(f"{path}: not a manifest of this generator; remove it and run with --force") from error


def differences(folder: Path, files: Mapping[str, str], manifest: Manifest) -> list[str]:
    """Return the names of files that are missing, different, or ours and no longer made, sorted."""
    if not folder.exists():
        return sorted(files)
    wrong = [name for name, text in files.items() if _read(folder / name) != text.encode()]
    gone = [name for name in manifest.files or {} if name not in files and (folder / name).exists()]
    return sorted({*wrong, *gone})


def write(
    folder: Path,
    files: Mapping[str, str],
    manifest: Manifest,
    inputs: str,
    *,
    force: bool = False,
    origin: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """Make the folder hold the files; returns what changed. Raises EditedFiles, or OSError, with nothing written.

    origin: where a document was fetched, for the manifest.
    """
    recover(folder)
    changed = differences(folder, files, manifest)
    if not force and (edited := _edited(folder, files, manifest, changed)):
        raise EditedFiles(edited)
    if changed:
        _replace(folder, files, manifest)
    text = _manifest_text(files, inputs, origin)
    if _read(manifest.path) != text.encode():
        write_text(manifest.path, text)
    return changed


def write_text(path: Path, text: str) -> None:
    """Replace one file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.new")
    staged.write_text(text, encoding="utf-8", newline="\n")
    os.replace(staged, path)


def recover(folder: Path) -> None:
    """Complete what an interrupted run left: the old content when the new one is not in place, and no remains."""
    old, new = _beside(folder, "old"), _beside(folder, "new")
    if old.is_dir() and not folder.exists():
        os.rename(old, folder)
    for remains in (old, new):
        if remains.is_dir():
            shutil.rmtree(remains)


def _replace(folder: Path, files: Mapping[str, str], manifest: Manifest) -> None:
    """Stage the whole folder and put it in place."""
    new, old = _beside(folder, "new"), _beside(folder, "old")
    try:
        ours = {*files, *(manifest.files or {})}
        _stage(new, files)
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in ours and "__pycache__" not in name:
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, new / name)
        _exchange(new, old, folder)
    finally:
        recover(folder)


def _stage(new: Path, files: Mapping[str, str]) -> None:
    new.mkdir(parents=True, exist_ok=True)
    made = {new}
    for name, text in files.items():
        path = new / name
        if ".." in path.parts or not path.is_relative_to(new):
            raise OSError(f"{name} would be written outside its folder")
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode("utf-8"))


def _exchange(new: Path, old: Path, folder: Path) -> None:
    """Put `new` where `folder` is; what was there goes."""
    if not folder.exists():
        os.rename(new, folder)
        return
    if _rename_exchange(new, folder):
        return
    os.rename(folder, old)
    os.rename(new, folder)


def _rename_exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step (Linux, renameat2); False where the system cannot."""
    import ctypes  # only where something is written

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    return bool(call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _EXCHANGE) == 0)


def _edited(folder: Path, files: Mapping[str, str], manifest: Manifest, changed: list[str]) -> list[str]:
    """Return the files that would be lost: not what we wrote last, and not what is to be written."""
    known = manifest.files or {}
    found: list[str] = []
    for name in changed if folder.exists() else ():
        content = _read(folder / name)
        if content is not None and _hash(content) != known.get(name):
            found.append(name)
    return found


def _manifest_text(files: Mapping[str, str], inputs: str, origin: Mapping[str, str]) -> str:
    hashes = {name: _hash(text.encode()) for name, text in sorted(files.items())}
    return json.dumps({"generator": __version__, "inputs": inputs, **origin, "files": hashes}, indent=2) + "\n"


def _beside(folder: Path, word: str) -> Path:
    return folder.with_name(f".{folder.name}.{word}")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
