"""Revisions: a file or folder of the working tree, or `revision:path` of git -> a path that can be read."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

_SUFFIXES = ("yaml", "yml", "json", "toml")


class NotThere(Exception):
    """What was named is not there; the text says why."""


def checkout(named: str, folder: Path) -> Path:
    """Return the path of what was named; a revision of git is written into `folder`, an empty folder.

    Only files that a spec is made of are written. `revision:path` counts from the top of the
    repository, and `revision:./path` from here, as in git.
    """
    if Path(named).exists():
        return Path(named)
    revision, colon, path = named.partition(":")
    if not colon or not revision:
        raise NotThere(f"{named} is not there")
    top = _git(["rev-parse", "--show-toplevel"], Path(), "this is no git repository").strip()
    commit = _git(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"],
        Path(top),
        f"git knows no revision {revision!r}",
    ).strip()
    if path.startswith("./"):
        path = _git(["rev-parse", "--show-prefix"], Path(), "").strip() + path[2:]
    path = path.strip("/")
    kind = _git(["cat-file", "-t", f"{commit}:{path}"], Path(top), f"{path!r} is not there in {revision!r}").strip()
    inside = path if kind == "tree" else path.rpartition("/")[0]
    listed = _git(["ls-tree", "-r", "-z", "--name-only", commit], Path(top), "git lists no files").split("\0")
    begin = f"{inside}/" if inside else ""
    files = [each for each in listed if each.startswith(begin) and each.rpartition(".")[2] in _SUFFIXES]
    if files:
        _extract(commit, files, Path(top), folder)
    return folder / path


def _extract(commit: str, files: list[str], top: Path, folder: Path) -> None:
    archive = subprocess.run(
        ["git", "archive", "--format=tar", commit, "--", *files], cwd=top, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def _git(arguments: list[str], where: Path, fault: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=where, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        raise NotThere("git is not installed") from None
    if done.returncode:
        raise NotThere(fault)
    return done.stdout
