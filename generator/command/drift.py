"""The drift command: what clients have seen of answers -> actions for the overlay of a provider."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import PROGRAM
from ..report import Report, SpecError
from .console import say, staged
from .show import count

if TYPE_CHECKING:
    from ..data import Json
    from ..openapi.drift.proposal import Proposal


def drift(
    spec: Annotated[str, typer.Argument(help="A provider of specs/, or a document.", show_default=False)],
    logs: Annotated[
        list[Path], typer.Argument(metavar="LOGS...", help="What DriftLog has written.", show_default=False)
    ],
    write: Annotated[bool, typer.Option("--write", help="Add the actions to the provider's overlay.yaml.")] = False,
    specs: Annotated[Path, typer.Option(help="Where the providers' folders are.")] = Path("specs"),
) -> None:
    """Propose overlay actions for what answers have that a document does not say; exit code 1 when there is any."""
    from .. import pipeline
    from ..openapi.drift.log import read_log
    from ..openapi.drift.overlay import as_yaml
    from ..openapi.drift.proposal import propose

    def proposal(report: Report) -> tuple[str, Proposal]:
        api = staged(lambda progress: pipeline.front(source, report, progress))[0]
        return api.title, propose(pipeline.document(source, Report()).data, api, source.name, seen)

    is_provider = (specs / spec).is_dir()
    if not is_provider and not Path(spec).is_file():
        raise typer.BadParameter(f"{spec!r} is neither a provider of {specs}/ nor a file", param_hint="SPEC")
    if write and not is_provider:
        raise typer.BadParameter("only a provider has an overlay to write to", param_hint="--write")
    seen, strange = read_log("\n".join(each.read_text(encoding="utf-8") for each in logs))
    if strange:
        say(f"{count(strange, 'line')} of the log passed over: not written by DriftLog")
    report = Report(strict=is_provider)
    source = pipeline.provider_source(specs, spec, report) if is_provider else pipeline.document_source(Path(spec))
    title, found = proposal(report)
    _tell(found)
    if found.actions and write:
        path = _write(specs / spec, title, found.actions, lambda: proposal(Report(strict=True))[1])
        say(f"{path.as_posix()}: {count(len(found.actions), 'action')} added; review them, then run {PROGRAM} generate")
    elif found.actions:
        print(as_yaml(found.actions), end="")
    raise typer.Exit(1 if found.unsaid or (found.actions and not write) else 0)


def _tell(found: Proposal) -> None:
    """Say what no action is proposed for."""
    for seen, reason in found.unsaid:
        what = f"expected {seen.expected}, found {seen.found}" if seen.expected else f"found {seen.found}"
        say(f"no proposal: {seen.operation} {seen.status or ''} {seen.place}: {what}, {seen.count} times: {reason}")
    if found.settled:
        say(f"{count(len(found.settled), 'kind')} of mismatches are documented by now: generate the package anew")


def _write(folder: Path, title: str, actions: Sequence[dict[str, Json]], again: Callable[[], Proposal]) -> Path:
    """Add actions to the overlay of a provider. again: proposes what is left to do when they are there. Where that
    fails, the overlay is as it was."""
    from ..openapi.drift.overlay import new_overlay, with_actions
    from ..pipeline.write import write_text

    path = folder / "overlay.yaml"
    if not (folder / "imported.yaml").is_file():
        hint = "an overlay applies to imported.yaml: rename openapi.yaml to that, or correct it by hand"
        raise typer.BadParameter(f"{folder.as_posix()}/openapi.yaml is written by hand; {hint}", param_hint="--write")
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    text = with_actions(before, actions) if before else new_overlay(f"{title}, corrections", actions)
    if not text:
        raise OSError(f"{path}: its actions do not stand at the end as a list; paste them where they belong")
    write_text(path, text)
    try:
        if left := again().actions:
            raise OSError(f"{path}: the overlay is not applied, or does not reach {left[0]['target']}")
    except (SpecError, OSError):
        if before:
            write_text(path, before)
        else:
            path.unlink()
        raise
    return path
