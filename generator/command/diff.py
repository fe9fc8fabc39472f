"""The diff command: two sides -> reviews -> reports, on the terminal and in files; and the version rule of `check`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .console import print_styled, say, staged, width

if TYPE_CHECKING:
    from ..diff.review import Review

FORMATS = ("terminal", "markdown", "json", "github", "html", "changelog")
_BY_SUFFIX = {".md": "markdown", ".json": "json", ".html": "html", ".txt": "terminal"}
_FAILING = {"major": ("major",), "minor": ("major", "minor"), "none": ()}


def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="A document, a folder of specs/, revision:path of git, or revision...:path for the common ancestor.",
            show_default=False,
        ),
    ],
    new: Annotated[str, typer.Argument(help="The same, as it is to become.", show_default=False)],
    format: Annotated[str, typer.Option(help=f"What is printed: {', '.join(FORMATS)}.")] = "terminal",
    write: Annotated[
        list[Path] | None, typer.Option(help="Write a report as well; .md, .json, .html or .txt says which.")
    ] = None,
    fail_on: Annotated[str, typer.Option(help="Exit code 1 from this level on: major, minor or none.")] = "major",
) -> None:
    """Say what a changed spec means to the callers of the client. Writes nothing but the reports asked for."""
    from ..pipeline.write import write_text

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    if fail_on not in _FAILING:
        raise typer.BadParameter(f"{fail_on!r} is none of major, minor, none", param_hint="--fail-on")
    if unknown := [each for each in write or () if each.suffix not in _BY_SUFFIX]:
        raise typer.BadParameter(f"{unknown[0]} ends with none of {', '.join(_BY_SUFFIX)}", param_hint="--write")
    found = compared(old, new)
    for path in write or ():
        write_text(path, _text(found, _BY_SUFFIX[path.suffix]))
    if format == "terminal":
        from ..diff.reports.terminal import terminal

        print_styled(terminal(found, width()))
    else:
        sys.stdout.write(_text(found, format))
    raise typer.Exit(1 if any(review.open(level) for review in found for level in _FAILING[fail_on]) else 0)


def version_faults(base: str, specs: Path, names: Sequence[str]) -> bool:
    """Say which providers have a lower version than their changes since a revision ask for; returns whether any has.

    A version that nobody changed will do as long as nothing breaks: what adds only is released when somebody wants it.
    """
    from ..diff.reports.words import verdict
    from ..openapi.read.versions import is_later

    wrong = False
    for review in compared(f"{base}...:./{specs.as_posix()}", specs.as_posix()):
        versions, breaking = review.versions, review.open("major")
        if review.name not in names or versions is None or not is_later(versions.asked, versions.new):
            continue
        if not breaking and versions.new == versions.old:
            continue
        wrong = True
        kept = "is still" if versions.new == versions.old else f"went from {versions.old} to"
        for finding in breaking:
            print(f"breaking: {finding.message}")
        say(
            f"{review.name}: {verdict(review)}; the version {kept} {versions.new}; "
            f'set version = "{versions.asked}" in {specs.as_posix()}/{review.name}/provider.toml'
        )
    return wrong


def compared(old: str, new: str) -> list[Review]:
    """Compare two sides; says which commit stands for a common ancestor."""
    from .reviews import anchor, reviews

    (old, *said), (new, *more) = anchor("OLD", old), anchor("NEW", new)
    for each in filter(None, (*said, *more)):
        say(each)
    return staged(lambda progress: reviews(old, new, datetime.date.today(), progress))


def _text(found: list[Review], format: str) -> str:
    """Return a report as text."""
    if format == "markdown":
        from ..diff.reports.markdown import markdown

        return markdown(found)
    if format == "html":
        from ..diff.reports.html import html

        return html(found)
    if format == "github":
        from ..diff.reports.github import github

        return github(found)
    if format == "changelog":
        from ..diff.reports.changelog import changelog

        return changelog(found, datetime.date.today())
    if format == "json":
        from ..diff.reports.as_json import as_json

        return as_json(found)
    from ..diff.reports.terminal import terminal

    return "".join(f"{line}\n" for _, line in terminal(found))
