"""The command line: arguments -> calls. Prints the report and sets the exit code; no logic of the stages.

Exit codes: 0 fine, 1 drift or a breaking change, 2 wrong usage, 3 spec refused, 4 input or output failed, 5 a bug.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import INSTALLED, PROGRAM, __version__
from ..data import COLLECTING
from ..report import Report, SideRefused, SpecError
from .build import NoCache, ProblemFile, build, holds, write_lock
from .console import explain, file_count, print_problems, print_report, say, staged
from .diff import diff, version_faults
from .drift import drift
from .init import init
from .pages import coverage, import_
from .problem_file import problem_file
from .providers import chosen
from .release import release
from .show import summary

if TYPE_CHECKING:
    from ..pipeline import Generated, Source


def _examples(*lines: str) -> str:
    return "Examples:\n\n" + "\n".join(f"  {PROGRAM} {line}" for line in lines)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=INSTALLED,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Generate typed Python clients from OpenAPI documents.",
    epilog="Exit codes: 0 fine, 1 drift or a breaking change, 2 wrong usage, 3 spec refused, 4 input or output failed, "
    "5 a bug of ours.",
)


Providers = Annotated[
    list[str] | None, typer.Argument(help="Folders of specs/; all when none is named.", show_default=False)
]
Specs = Annotated[Path, typer.Option(help="Where the providers' folders are.")]
Output = Annotated[Path, typer.Option(help="Where the packages go.")]


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
    no_cache: NoCache = False,
    report_file: ProblemFile = None,
) -> None:
    """Write the package of each provider. The specs have to be free of faults."""
    from ..pipeline import cache
    from ..pipeline.write import read_manifest, write, write_text

    names = chosen(providers, specs)
    skips = report_file is None and not no_cache
    fresh = cache.fresh(specs, output, names) if skips else set[str]()
    with problem_file(report_file) as reports:
        for name in names:
            if name in fresh:
                say(f"{name}: up to date")
                continue
            reports.append(report := Report(strict=True))
            source, made = _made(name, specs, report, cached=not no_cache)
            manifest = read_manifest(specs / name / "manifest.json")
            if made.spec:
                write_text(source.path, made.spec)
            changed = write(output / name, made.files, manifest, made.inputs, force=force)
            write_lock(source, made)
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
    no_cache: NoCache = False,
) -> None:
    """Say which files generate would change; exit code 1 when there are any. Writes nothing."""
    from ..pipeline.write import differences, read_manifest

    drift = False
    for name in chosen(providers, specs):
        report = Report(strict=True)
        source, made = _made(name, specs, report, cached=not no_cache)
        manifest = read_manifest(specs / name / "manifest.json")
        wrong = [f"{output.as_posix()}/{name}/{each}" for each in differences(output / name, made.files, manifest)]
        if made.spec and not holds(source.path, made.spec):
            wrong.insert(0, source.name)
        if source.lock and not holds(source.lock, made.lock):
            wrong.append(source.lock.as_posix())
        if manifest.inputs != made.inputs:
            wrong.append(f"{specs.as_posix()}/{name}/manifest.json")
        for each in wrong:
            print(f"differs: {each}")
        drift = drift or bool(wrong)
        say(f"{name}: {file_count(len(wrong))} differ; run {PROGRAM} generate" if wrong else f"{name}: up to date")
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


app.command(
    epilog=_examples(
        "build api.yaml --output client",
        "build --url https://example.com/openapi.json --output client --client Acme",
        "build api.yaml --output client --include tag:billing --exclude 'DELETE /*'",
        "build api.yaml --why Invoice",
    )
)(build)


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
app.command(epilog=_examples("init clients"))(init)


@app.command()
def doctor() -> None:
    """Say what is missing on this machine, and what to do about it; exit code 1 when anything needed is."""
    from .doctor import ILL, findings

    ill = False
    for finding in findings():
        print(f"{finding.mark} {finding.text}")
        if not finding.fine:
            print(f"     {finding.help}")
        ill = ill or finding.mark == ILL
    say("something is missing" if ill else "nothing is missing")
    raise typer.Exit(1 if ill else 0)


def run() -> None:
    """Run the command line; turns what can go wrong into a message and an exit code."""
    gc.set_threshold(*COLLECTING)
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


def _made(name: str, specs: Path, report: Report, *, cached: bool) -> tuple[Source, Generated]:
    from .. import pipeline

    source = pipeline.provider_source(specs, name, report, shown=specs.as_posix())
    return source, staged(lambda progress: pipeline.generate(source, report, progress, cached=cached), name)
