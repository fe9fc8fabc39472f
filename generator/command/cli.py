"""The command line: arguments -> calls. Prints the report and sets the exit code; no logic of the stages.

Exit codes: 0 fine, 1 drift or a breaking change, 2 wrong usage, 3 spec refused, 4 input or output failed, 5 a bug.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import __version__
from ..report import Report, SideRefused, SpecError
from .console import explain, file_count, print_problems, print_report, say, staged
from .diff import diff, version_faults
from .drift import drift
from .pages import coverage, import_
from .problem_file import problem_file
from .providers import chosen
from .release import release
from .show import count, summary

if TYPE_CHECKING:
    from ..ir import Api
    from ..pipeline import Generated, Source


def _examples(*lines: str) -> str:
    return "Examples:\n\n" + "\n".join(f"  python -m generator {line}" for line in lines)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Generate typed Python clients from OpenAPI documents.",
    epilog="Exit codes: 0 fine, 1 drift or a breaking change, 2 wrong usage, 3 spec refused, 4 input or output failed, "
    "5 a bug of ours.",
)


class HttpLibrary(StrEnum):
    """What a package sends requests with."""

    httpx = "httpx"
    httpx2 = "httpx2"


Providers = Annotated[
    list[str] | None, typer.Argument(help="Folders of specs/; all when none is named.", show_default=False)
]
Specs = Annotated[Path, typer.Option(help="Where the providers' folders are.")]
Output = Annotated[Path, typer.Option(help="Where the packages go.")]
ProblemFile = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write all problems as JSON, and what was left out.")
]


def _version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Generate typed Python clients from OpenAPI documents."""


@app.command(epilog=_examples("generate", "generate revcent sales", "generate revcent --force"))
def generate(
    providers: Providers = None,
    specs: Specs = Path("specs"),
    output: Output = Path("generated"),
    force: Annotated[bool, typer.Option(help="Overwrite generated files that somebody edited.")] = False,
    report_file: ProblemFile = None,
) -> None:
    """Write the package of each provider. The specs have to be free of faults."""
    from ..pipeline import cache
    from ..pipeline.write import read_manifest, write, write_text

    names = chosen(providers, specs)
    fresh = cache.fresh(specs, output, names) if report_file is None else set[str]()
    with problem_file(report_file) as reports:
        for name in names:
            if name in fresh:
                say(f"{name}: up to date")
                continue
            reports.append(report := Report(strict=True))
            source, made = _made(name, specs, report)
            manifest = read_manifest(specs / name / "manifest.json")
            if made.spec:
                write_text(source.path, made.spec)
            changed = write(output / name, made.files, manifest, made.inputs, force=force)
            _write_lock(source, made)
            say(f"{name}: {file_count(len(changed))} written" if changed else f"{name}: up to date")
            print_report(report, name)
    if set(names) - fresh:
        cache.remember(specs, output, names)


@app.command(epilog=_examples("check", "check voucherify", "check --base origin/main"))
def check(
    providers: Providers = None,
    specs: Specs = Path("specs"),
    output: Output = Path("generated"),
    base: Annotated[
        str,
        typer.Option(help="A revision of git; a breaking change since this branch parted from it needs a new version."),
    ] = "",
) -> None:
    """Say which files generate would change; exit code 1 when there are any. Writes nothing."""
    from ..pipeline.write import differences, read_manifest

    drift = False
    for name in chosen(providers, specs):
        report = Report(strict=True)
        source, made = _made(name, specs, report)
        manifest = read_manifest(specs / name / "manifest.json")
        wrong = [f"{output.as_posix()}/{name}/{each}" for each in differences(output / name, made.files, manifest)]
        if made.spec and not _holds(source.path, made.spec):
            wrong.insert(0, source.name)
        if source.lock and not _holds(source.lock, made.lock):
            wrong.append(source.lock.as_posix())
        if manifest.inputs != made.inputs:
            wrong.append(f"{specs.as_posix()}/{name}/manifest.json")
        for each in wrong:
            print(f"differs: {each}")
        drift = drift or bool(wrong)
        say(f"{name}: {file_count(len(wrong))} differ; run make generate" if wrong else f"{name}: up to date")
    if base and version_faults(base, specs, chosen(providers, specs)):
        drift = True
    raise typer.Exit(1 if drift else 0)


app.command(
    epilog=_examples(
        "diff old.yaml new.yaml", "diff origin/main:specs specs --write diff.md", "diff HEAD~1:specs/sales specs/sales"
    )
)(diff)


app.command(epilog=_examples("release sales", "release sales --base v1.2.0"))(release)


app.command(epilog=_examples("drift acme drift.jsonl", "drift acme drift.jsonl --write"))(drift)


@app.command(
    epilog=_examples(
        "build api.yaml --output client", "build api.json --output out --package acme_client --client Acme"
    )
)
def build(
    spec: Annotated[
        Path, typer.Argument(help="An OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON.", show_default=False)
    ],
    output: Annotated[Path, typer.Option(help="The folder of the package; made when it is not there.")],
    package: Annotated[str, typer.Option(help="Name of the package; by default from the file's name.")] = "",
    client: Annotated[str, typer.Option(help="Class of the client; by default from the document's title.")] = "",
    http_library: Annotated[
        HttpLibrary, typer.Option(help="What the package sends requests with.")
    ] = HttpLibrary.httpx,
    strict: Annotated[bool, typer.Option(help="Take repairs and degradations for errors.")] = False,
    force: Annotated[bool, typer.Option(help="Overwrite generated files that somebody edited.")] = False,
    report_file: ProblemFile = None,
) -> None:
    """Write a package for one document. Small faults are repaired or cost one type; each is reported."""
    from .. import pipeline
    from ..pipeline.write import read_manifest, write

    _check_name(package, "--package")
    _check_name(client, "--client")
    if not spec.is_file():
        raise typer.BadParameter(f"{spec} is not a file", param_hint="SPEC")
    report = Report(strict=strict)
    started = time.monotonic()
    source = pipeline.document_source(spec, package=package, client=client, http_library=http_library.value)
    source = pipeline.with_lock(source, output, report, shown=output.as_posix())
    with problem_file(report_file) as reports:
        reports.append(report)
        made = staged(lambda progress: pipeline.generate(source, report, progress))
    print_report(report)
    changed = write(output, made.files, read_manifest(output / ".manifest.json"), made.inputs, force=force)
    _write_lock(source, made)
    took = f"{time.monotonic() - started:.1f} s"
    say(f"{output}: {_made_of(made.api)}, {file_count(len(changed))} written in {took}. {summary(report)}")


@app.command(epilog=_examples("ir revcent", "ir openapi.yaml"))
def ir(
    spec: Annotated[str, typer.Argument(help="A provider of specs/, or a document.", show_default=False)],
    specs: Specs = Path("specs"),
    report_file: ProblemFile = None,
) -> None:
    """Print the intermediate representation as JSON."""
    from .. import pipeline
    from ..ir.as_json import to_json

    is_provider = (specs / spec).is_dir()
    report = Report(strict=is_provider)
    if is_provider:
        source = pipeline.provider_source(specs, spec, report)
    elif Path(spec).is_file():
        source = pipeline.document_source(Path(spec))
    else:
        raise typer.BadParameter(f"{spec!r} is neither a provider of {specs}/ nor a file", param_hint="SPEC")
    with problem_file(report_file) as reports:
        reports.append(report)
        api = staged(lambda progress: pipeline.front(source, report, progress))[0]
    print_report(report)
    json.dump(to_json(api), sys.stdout, indent=2, ensure_ascii=False)
    print()


app.command(
    epilog=_examples(
        "coverage sales page.txt",
        "coverage sales page.txt --before old/page.txt",
    )
)(coverage)
app.command("import", epilog=_examples("import acme pages/*.md", "import acme pages/ --prose drop"))(import_)


def run() -> None:
    """Run the command line; turns what can go wrong into a message and an exit code."""
    gc.set_threshold(100_000, 50, 100)  # documents are large trees without cycles; looking for cycles takes a third
    try:
        app(standalone_mode=True)
    except SpecError as error:
        print_problems(error.report)
        say(f"{summary(error.report)} Nothing was written.")
        raise SystemExit(3) from None
    except SideRefused as error:
        if error.report:
            print_problems(error.report)
        say(f"{error}{': ' + summary(error.report) if error.report else '.'} Nothing was compared.")
        raise SystemExit(3) from None
    except OSError as error:
        say(f"error: {error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
        raise SystemExit(4) from None
    except KeyboardInterrupt:
        say("interrupted; nothing is half written")
        raise SystemExit(130) from None
    except Exception as error:
        raise SystemExit(explain(error)) from None


def _made_of(api: Api) -> str:
    """Say what a package is made of, and how many of its operations page in which way."""
    operations = [each for resource in api.resources for each in resource.operations]
    kinds = Counter(type(each.paging).__name__.lower() for each in operations if each.paging)
    pages = ", ".join(f"{number} by {kind}" for kind, number in sorted(kinds.items()))
    said = f"{count(len(operations), 'operation')}{f' ({pages})' if pages else ''}"
    return f"{api.package}, {said}, {count(len(api.models), 'model')}"


def _check_name(name: str, option: str) -> None:
    if name and not (name.isidentifier() and name.isascii()):
        raise typer.BadParameter(f"{name!r} is not a Python name", param_hint=option)


def _write_lock(source: Source, made: Generated) -> None:
    """Write down the names that are in use from now on."""
    from ..pipeline.write import write_text

    assert source.lock is not None
    if not _holds(source.lock, made.lock):
        write_text(source.lock, made.lock)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _made(name: str, specs: Path, report: Report) -> tuple[Source, Generated]:
    from .. import pipeline

    source = pipeline.provider_source(specs, name, report, shown=specs.as_posix())
    return source, staged(lambda progress: pipeline.generate(source, report, progress), name)
