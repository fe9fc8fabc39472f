"""The import of one provider: what stands in its folder, and what is to stand there. Writes nothing itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ... import Importer
from ...data import Json
from ...openapi.names import PLAIN
from ...openapi.read.load import load_data
from ...openapi.read.provider import Provider, default_provider
from ...openapi.read.provider_file import line_of, read_provider
from ...report import Location, Report
from . import import_pages, record
from .naming import Choice


def run_import(
    provider: str,
    files: Sequence[Path],
    specs: Path,
    report: Report,
    *,
    prose: bool,
    importers: Sequence[Importer] = (),
) -> tuple[dict[Path, str], Sequence[str]]:
    """Return the files that change, and notes for a person; raises SpecError when pages are refused."""
    folder = specs / provider
    shown = folder.as_posix()
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", provider):
        help = "letters, digits, hyphens and underscores: it names a folder and a package"
        report.add("E178", f"{provider!r} is no name for a provider", Location(shown, line=1, column=1), help=help)
        report.stop_on_error()
    toml = f"{shown}/provider.toml"
    choices = read_provider(folder / "provider.toml", default_provider(provider), PLAIN, report, file=toml)
    old: Json = None
    if (folder / "imported.yaml").is_file():
        old = load_data(folder / "imported.yaml", report, name=f"{shown}/imported.yaml")
    imported = import_pages(
        files, provider, report, old=old, choices=_names(choices, report), prose=prose, importers=importers
    )
    wanted: dict[str, str] = {}
    notes = list(imported.notes)
    if imported.text:
        wanted["imported.yaml"] = imported.text
        wanted["SOURCES.md"] = record.sources(_read(folder / "SOURCES.md"), provider, imported.fragments)
    if imported.draft and _read(folder / "draft.yaml") not in ("", imported.draft):
        notes.append(f"left over: the draft of the pages of prose, as {shown}/draft.yaml is there; remove that first")
    elif imported.draft:
        wanted["draft.yaml"] = imported.draft
    if imported.text and not (folder / "openapi.yaml").is_file():
        starts = {
            "provider.toml": record.provider_toml(provider),
            "overlay.yaml": record.OVERLAY.format(title=provider),
        }
        wanted |= {name: text for name, text in starts.items() if not (folder / name).is_file()}
    return {folder / name: text for name, text in wanted.items() if _read(folder / name) != text}, notes


def _names(provider: Provider, report: Report) -> dict[str, Choice]:
    """Return pointer -> name of provider.toml, each with its place."""
    text = report.sources.get(provider.file, "")
    return {
        pointer: Choice(name, Location(provider.file, line=line, column=column))
        for pointer, name in provider.imports.items()
        for line, column in [line_of(text, pointer)]
    }


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
