"""The release command: what changed since a revision -> the version of provider.toml, and a section of CHANGELOG.md."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Annotated

import typer

from .. import PROGRAM
from .console import say
from .diff import compared
from .providers import chosen

_VERSION = re.compile(r'^version[ \t]*=[ \t]*("[^"\n]*"|\'[^\'\n]*\')', re.M)


def release(
    provider: Annotated[str, typer.Argument(help="A folder of specs/.", show_default=False)],
    base: Annotated[str, typer.Option(help="The revision of git that was released last.")] = "origin/main",
    specs: Annotated[Path, typer.Option(help="Where the providers' folders are.")] = Path("specs"),
) -> None:
    """Set the version that the changes ask for, and write the section of CHANGELOG.md; exit code 1 for no changes."""
    from ..diff.reports.changelog import inserted, section, wanted
    from ..diff.reports.words import verdict
    from ..pipeline.write import write_text

    (name,) = chosen([provider], specs)
    folder = specs / name
    (review,) = compared(f"{base}...:./{folder.as_posix()}", folder.as_posix())
    versions, version = review.versions, wanted(review)
    if versions is None or not version:
        say(f"{name}: its version is not three numbers, so no next one can be named. Nothing was written.")
        raise typer.Exit(1)
    if not review.changes.findings and not review.changes.notes:
        say(f"{name}: nothing changed since {base}. Nothing was written.")
        raise typer.Exit(1)
    choices, log = folder / "provider.toml", folder / "CHANGELOG.md"
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


def _with_version(text: str, version: str) -> str:
    """Return provider.toml with a version, which stands before the first table."""
    table = re.search(r"^\[", text, re.M)
    end = table.start() if table else len(text)
    line = f'version = "{version}"'
    head = _VERSION.sub(line, text[:end], count=1) if _VERSION.search(text[:end]) else f"{line}\n{text[:end]}"
    return head + text[end:]
