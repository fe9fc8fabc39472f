"""Revisions: a file or folder of the working tree, or `revision:path` of git -> a path that can be read."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

_SUFFIXES = ("yaml", "yml", "json", "toml", "lock")


class NotThere(Exception):
    """What was named is not there; the text says why."""


def anchored(named: str) -> tuple[str, str]:
    """Return `base...:path` with the common ancestor of `base` and HEAD as the revision, and a sentence that says so.

    Three dots mean in git as well what changed since two revisions parted. Anything else comes back with no sentence.
    """
    base, dots, path = named.partition("...:")
    if not dots or Path(named).exists():
        return named, ""
    top = _top()
    tip, head = _commit(base, top), _commit("HEAD", top)
    shared = _git(["merge-base", tip, head], top, _parted(base, top)).strip()
    short = _git(["rev-parse", "--short=12", shared], top, "").strip()
    ahead = int(_git(["rev-list", "--count", f"{shared}..{tip}"], top, "git counts no commits"))
    words = "commit of {} since then is" if ahead == 1 else "commits of {} since then are"
    behind = f"; {ahead} {words.format(base)} not looked at" if ahead else ""
    return f"{short}:{path}", f"compared with {short}, the common ancestor of {base} and HEAD{behind}"


def _parted(base: str, top: Path) -> str:
    """Say why two revisions have no common ancestor."""
    if _is_shallow(top):
        return f"this clone is shallow and ends before {base!r} and HEAD part; run `git fetch --unshallow`"
    return f"{base!r} and HEAD have no common ancestor; name a revision without the dots to compare with it as it is"


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
    top = _top()
    commit = _commit(revision, top)
    if path.startswith("./"):
        path = _git(["rev-parse", "--show-prefix"], Path(), "").strip() + path[2:]
    path = path.strip("/")
    kind = _git(["cat-file", "-t", f"{commit}:{path}"], top, f"{path!r} is not there in {revision!r}").strip()
    inside = path if kind == "tree" else path.rpartition("/")[0]
    listed = _git(["ls-tree", "-r", "-z", "--name-only", commit], top, "git lists no files").split("\0")
    begin = f"{inside}/" if inside else ""
    files = [each for each in listed if each.startswith(begin) and each.rpartition(".")[2] in _SUFFIXES]
    if files:
        _extract(commit, files, top, folder)
    return folder / path


def _top() -> Path:
    return Path(_git(["rev-parse", "--show-toplevel"], Path(), "this is no git repository").strip())


def _commit(revision: str, top: Path) -> str:
    fault = f"git knows no revision {revision!r}"
    if _is_shallow(top):
        fault += "; this clone is shallow: `git fetch --unshallow` brings the rest"
    arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    return _git(arguments, top, fault).strip()


def _is_shallow(top: Path) -> bool:
    return _git(["rev-parse", "--is-shallow-repository"], top, "this is no git repository").strip() == "true"


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
