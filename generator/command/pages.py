"""The commands about saved pages of a provider's documentation: what is read of them, and what a spec leaves out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..report import Report
from .console import file_count, print_problems, say
from .providers import chosen
from .show import summary

Specs = Annotated[Path, typer.Option(help="Where the providers' folders are.")]


def coverage(
    provider: Annotated[str, typer.Argument(help="A folder of specs/.", show_default=False)],
    pages: Annotated[list[Path], typer.Argument(metavar="FILES...", help="Its pages, as saved.", show_default=False)],
    before: Annotated[
        list[Path] | None, typer.Option(help="A page as it was; shows what changed and what rests on it.")
    ] = None,
    specs: Specs = Path("specs"),
) -> None:
    """Compare pages with a spec, by a second reading; exit code 1 when anything is unexplained. Writes nothing."""
    from ..pages import coverage as reading

    (name,) = chosen([provider], specs)
    try:
        reading.pairs(pages, before or [])
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--before") from None
    report = Report()
    found = reading.coverage(specs / name, pages, before or [], report, shown=f"{specs.as_posix()}/{name}")
    print_problems(report)
    print(found.text, end="")
    raise typer.Exit(1 if found.unexplained else 0)


def import_(
    provider: Annotated[str, typer.Argument(help="The folder of specs/; made when it is not there.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES...", help="Saved pages, or folders.", show_default=False)
    ],
    prose: Annotated[str, typer.Option(help="Whether descriptions are taken over: keep or drop.")] = "keep",
    specs: Specs = Path("specs"),
) -> None:
    """Read a provider's saved pages into imported.yaml. An operation that has no page any more is kept, and named."""
    from ..pages.importers.command import run_import
    from ..pipeline.plugins import importers
    from ..pipeline.write import write_text

    if prose not in ("keep", "drop"):
        raise typer.BadParameter(f"{prose!r} is neither keep nor drop", param_hint="--prose")
    if missing := [each for each in files if not each.exists()]:
        raise typer.BadParameter(f"{missing[0]} is not there", param_hint="FILES")
    report = Report()
    changed, notes = run_import(provider, files, specs, report, prose=prose == "keep", importers=importers(report))
    print_problems(report)
    for note in notes:
        say(note)
    for path, text in changed.items():
        write_text(path, text)
        say(f"written: {path.as_posix()}")
    say(f"{provider}: {file_count(len(changed))} written. {summary(report)}" if changed else f"{provider}: up to date")
