"""The release command: what changed since a revision -> the version of provider.toml, and a section of CHANGELOG.md."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import PROGRAM
from ..openapi.read.versions import bumped, is_later
from .console import say
from .diff import compared
from .providers import chosen

if TYPE_CHECKING:
    from ..diff.review import Review

_FORMER = re.compile(r" \(was [^()\n]+\)$", re.M)
_UNTIL = re.compile(r"([\w.]+) until ([^\s,)]+)")
_VERSION = re.compile(r'^version[ \t]*=[ \t]*("[^"\n]*"|\'[^\'\n]*\')', re.M)


def release(
    provider: Annotated[str, typer.Argument(help="A folder of specs/.", show_default=False)],
    base: Annotated[str, typer.Option(help="The revision of git that was released last.")] = "origin/main",
    specs: Annotated[Path, typer.Option(help="Where the providers' folders are.")] = Path("specs"),
) -> None:
    """Set the version that the changes ask for, and write the section of CHANGELOG.md; exit code 1 for no changes."""
    from ..diff.reports.changelog import inserted, section, wanted
    from ..diff.reports.words import verdict
    from ..pipeline import LOCK
    from ..pipeline.write import write_text

    (name,) = chosen([provider], specs)
    folder = specs / name
    sides = f"{base}...:./{folder.as_posix()}", folder.as_posix()
    (review,) = compared(*sides)
    versions, version = review.versions, wanted(review)
    if versions is None or not version:
        say(f"{name}: its version is not three numbers, so no next one can be named. Nothing was written.")
        raise typer.Exit(1)
    if not review.changes.findings and not review.changes.notes:
        say(f"{name}: nothing changed since {base}. Nothing was written.")
        raise typer.Exit(1)
    choices, log, lock = folder / "provider.toml", folder / "CHANGELOG.md", folder / LOCK
    if version != versions.new and lock.is_file() and _FORMER.search(names := lock.read_text(encoding="utf-8")):
        write_text(lock, _prolonged(names, review, version))
        write_text(choices, _with_version(choices.read_text(encoding="utf-8"), version))
        (review,) = compared(*sides)  # with the names that go with this version
        version = wanted(review)
    old_log = log.read_text(encoding="utf-8") if log.is_file() else ""
    texts = {
        choices: _with_version(choices.read_text(encoding="utf-8"), version),
        log: inserted(old_log, section(review, version, datetime.date.today()), versions.old),
    }
    changed = [path for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        write_text(path, texts[path])
        say(f"written: {path.as_posix()}")
    done = f"run {PROGRAM} generate" if changed else "up to date"
    say(f"{name}: {verdict(review)}; version {versions.old} -> {version}; {done}")


def _prolonged(names: str, review: Review, version: str) -> str:
    """Return names.lock, in which a name that is deprecated since this version stays until the next that may break."""
    rules = ("method-name-deprecated", "resource-name-deprecated", "schema-name-deprecated")
    fresh = [str(each.old).removeprefix("client.") for each in review.changes.findings if each.rule in rules]

    def prolonged(found: re.Match[str]) -> str:
        name, until = found.groups()
        is_fresh = any(name == each or name.startswith(f"{each}.") for each in fresh)
        return f"{name} until {bumped(version, 'major')}" if is_fresh and not is_later(until, version) else found[0]

    return _FORMER.sub(lambda remark: _UNTIL.sub(prolonged, remark[0]), names)


def _with_version(text: str, version: str) -> str:
    """Return provider.toml with a version, which stands before the first table."""
    table = re.search(r"^\[", text, re.M)
    end = table.start() if table else len(text)
    line = f'version = "{version}"'
    head = _VERSION.sub(line, text[:end], count=1) if _VERSION.search(text[:end]) else f"{line}\n{text[:end]}"
    return head + text[end:]
