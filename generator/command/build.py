"""build: one document, from a file or an address, -> a package."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..openapi.read.patterns import FORMS, Pattern, read_pattern
from ..report import Report, nearest
from .console import file_count, print_report, say, staged
from .problem_file import problem_file
from .show import count, summary

if TYPE_CHECKING:
    from ..pipeline import Generated, Source


class HttpLibrary(StrEnum):
    """What a package sends requests with."""

    httpx = "httpx"
    httpx2 = "httpx2"


@dataclass(frozen=True, slots=True)
class Flags:
    """Choices of the command line, which go before those of a file; "" and () leave these."""

    package: str
    client: str
    http_library: str
    include: tuple[Pattern, ...]
    exclude: tuple[Pattern, ...]


ProblemFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write all problems as JSON, and what was left out.")
]


Document = Annotated[
    Path | None,
    typer.Argument(help="An OpenAPI 3.0, 3.1 or 3.2 or Swagger 2.0 document, YAML or JSON.", show_default=False),
]
Folder = Annotated[
    Path | None, typer.Option(help="The folder of the package; made when it is not there.", show_default=False)
]
Url = Annotated[str, typer.Option(help="Fetch the document from here, http or https, instead of SPEC.")]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Choices, as in provider.toml; by default the one beside SPEC."),
]
Include = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help=f"Only these operations: {FORMS}. May be given several times."),
]
Exclude = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Not these operations; may be given several times.")
]
Package = Annotated[str, typer.Option(help="Name of the package; by default from the file's name, else the title.")]
Client = Annotated[str, typer.Option(help="Class of the client; by default from the document's title.")]
Library = Annotated[HttpLibrary | None, typer.Option(help="What the package sends requests with; by default httpx.")]
Why = Annotated[
    str, typer.Option(metavar="MODEL", help="Say which operations need a model, and by which way; write nothing.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Build again whenever a file of the document changes.")]
Strict = Annotated[bool, typer.Option(help="Take repairs and degradations for errors.")]
Force = Annotated[bool, typer.Option(help="Overwrite generated files that somebody edited.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Use nothing that an earlier run has kept.")]


def build(
    spec: Document = None,
    output: Folder = None,
    url: Url = "",
    config: Config = None,
    include: Include = None,
    exclude: Exclude = None,
    package: Package = "",
    client: Client = "",
    http_library: Library = None,
    why: Why = "",
    watch: Watch = False,
    strict: Strict = False,
    force: Force = False,
    no_cache: NoCache = False,
    report_file: ProblemFile = None,
) -> None:
    """Write a package for one document. Small faults are repaired or cost one type; each is reported."""
    _check(spec, url, config, output, why, watch)
    flags = Flags(
        _name(package, "--package"), _name(client, "--client"), http_library.value if http_library else "",
        _patterns(include, "--include"), _patterns(exclude, "--exclude"),
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="generator-") as scratch, problem_file(report_file) as reports:

        def once() -> Report:
            reports.append(report := Report(strict=strict))
            source = _source(spec, url, Path(scratch), config, flags, report)
            if output is None or why:
                _say_why(source, why, report)
            else:
                _write(source, output, report, force=force, cached=not no_cache)
            return report

        if watch:
            from .watch import watching

            watching(once, [path for path in (spec, config) if path is not None])
        else:
            once()


def _check(spec: Path | None, url: str, config: Path | None, output: Path | None, why: str, watch: bool) -> None:
    """Raise BadParameter where options do not go together, or a file is not there."""
    if (spec is None) == (not url):
        raise typer.BadParameter("give a document, or --url with its address", param_hint="SPEC")
    for path, hint in ((spec, "SPEC"), (config, "--config")):
        if path is not None and not path.is_file():
            raise typer.BadParameter(f"{path} is not a file", param_hint=hint)
    if output is None and not why:
        raise typer.BadParameter("say where the package goes", param_hint="--output")
    if watch and (url or why):
        raise typer.BadParameter("only a file can be watched, and only for a package", param_hint="--watch")


def write_lock(source: Source, made: Generated) -> None:
    """Write down the names that are in use from now on."""
    from ..pipeline.write import write_text

    assert source.lock is not None
    if not holds(source.lock, made.lock):
        write_text(source.lock, made.lock)


def holds(path: Path, text: str) -> bool:
    """Say whether a file is there and holds a text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _source(spec: Path | None, url: str, scratch: Path, config: Path | None, flags: Flags, report: Report) -> Source:
    """Return what a package is made from. scratch: a folder for what is fetched."""
    from .. import pipeline

    if spec is None:
        from ..pipeline.fetch import fetch, shown

        source = replace(pipeline.document_source(fetch(url, scratch)), name=shown(url), url=shown(url))
    else:
        source = pipeline.document_source(spec)
    beside = spec.parent / pipeline.CHOICES if spec else None
    if found := config or (beside if beside and beside.is_file() else None):
        source = pipeline.with_choices(source, found, report, is_named=config is not None)
    usual = source.provider
    provider = replace(
        usual,
        package=flags.package or usual.package,
        client=flags.client or usual.client,
        http_library=flags.http_library or usual.http_library,
        include=flags.include or usual.include,
        exclude=flags.exclude or usual.exclude,
    )
    return replace(source, provider=provider)


def _write(source: Source, output: Path, report: Report, *, force: bool, cached: bool) -> None:
    """Write the package of a source into a folder."""
    from .. import pipeline
    from ..pipeline.write import read_manifest, write

    started = time.monotonic()
    source = pipeline.with_lock(source, output, report, shown=output.as_posix())
    made = staged(lambda progress: pipeline.generate(source, report, progress, cached=cached))
    print_report(report)
    manifest = read_manifest(output / ".manifest.json")
    changed = write(output, made.files, manifest, made.inputs, force=force, origin=pipeline.origin(source))
    write_lock(source, made)
    took = f"{time.monotonic() - started:.1f} s"
    say(f"{output}: {_made_of(made)}, {file_count(len(changed))} written in {took}. {summary(report)}")


def _say_why(source: Source, name: str, report: Report) -> None:
    """Print by which way operations reach a model; raises BadParameter where there is none of that name."""
    from ..ir.reach import ways_to
    from ..pipeline import front

    api = staged(lambda progress: front(source, report, progress))[0]
    known = [each.name for each in api.models]
    if name not in known:
        near = nearest(name, known)
        hint = f"; did you mean {near!r}?" if near else ""
        raise typer.BadParameter(f"there is no model {name!r}{hint}", param_hint="--why")
    ways = ways_to(api, name)
    for way in ways:
        print(" -> ".join([f"{step.owner} ({step.word})" if step.word else step.owner for step in way] + [name]))
    say(f"{name} is needed in {count(len(ways), 'place')}" if ways else f"no operation needs {name}")


def _made_of(made: Generated) -> str:
    """Say what a package is made of, and how many of its operations page in which way."""
    operations = [each for resource in made.api.resources for each in resource.operations]
    kinds = Counter(type(each.paging).__name__.lower() for each in operations if each.paging)
    pages = ", ".join(f"{number} by {kind}" for kind, number in sorted(kinds.items()))
    said = f"{count(len(operations), 'operation')}{f' (pages: {pages})' if pages else ''}"
    return f"{made.api.package}, {said}, {count(len(made.api.models), 'model')}"


def _name(name: str, option: str) -> str:
    if name and not (name.isidentifier() and name.isascii()):
        raise typer.BadParameter(f"{name!r} is not a Python name", param_hint=option)
    return name


def _patterns(given: list[str] | None, option: str) -> tuple[Pattern, ...]:
    try:
        return tuple(read_pattern(each) for each in given or ())
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint=option) from None
