"""Importers: saved pages of a provider's documentation -> one OpenAPI document, without a network.

In order: pages (bytes -> text), blocks (text -> the description on the page), a format (description -> fragment, chosen
in `reading`), tidy (OpenAPI 3.1, no more than the API), join (fragments -> document), naming (inline schemas ->
components), kept (what an earlier import had and no page has now), and the canonical form. Formats that show requests
and answers say each as an `exchange`; `assemble` infers from all of them. A page of prose becomes a draft (`prose`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ... import Importer
from ...data import Json, as_list, as_map
from ...openapi.read import canonical
from ...openapi.read.document import Draft
from ...report import Report, Severity
from .fragment import Fragment, place_of
from .join import joined
from .kept import kept, refers
from .naming import Choice, named
from .prose import draft_text
from .reading import read_all
from .tidy import ordered, without_prose

__all__ = ["Choice", "Imported", "import_pages"]

_COMMENT = "Read from the provider's pages (SOURCES.md){}. Never edited: corrections go into overlay.yaml."


@dataclass(frozen=True, slots=True)
class Imported:
    """text: of imported.yaml, "" where all pages are prose. draft: of draft.yaml, "" where none is.

    notes: what was read, merged and left over, as lines for a person.
    """

    text: str
    data: Json
    fragments: Sequence[Fragment]
    notes: Sequence[str]
    draft: str = ""


def import_pages(
    files: Sequence[Path],
    provider: str,
    report: Report,
    *,
    old: Json = None,
    choices: Mapping[str, Choice] | None = None,
    prose: bool = True,
    importers: Sequence[Importer] = (),
) -> Imported:
    """Read pages, or all pages of folders, into one document; raises SpecError when anything is wrong.

    old: the document of an earlier import. choices: pointer -> name. importers: plug-ins. The order
    of the files does not matter.
    """
    found = read_all(files, provider, report, importers)
    fragments, notes = found.fragments, found.notes
    if not prose:
        fragments = [_evolved(each, without_prose(each.draft.data)) for each in fragments]
    drafts = draft_text(found.drafts, provider) if found.drafts else ""
    if not fragments:
        return Imported("", None, fragments, notes, drafts)
    result = joined(fragments, provider, report)
    report.stop_on_error()
    before = kept(old, result.data) if prose else kept(without_prose(old), result.data)
    used = named(result.draft, choices or {}, before.schemas, report)
    report.stop_on_error()
    before.add_to(result.data)
    _check_choices(choices or {}, used, result.data, report)
    report.stop_on_error()
    data = ordered(result.data)
    notes += [f"merged: {each} stands on several pages, with the same words" for each in result.shared]
    notes += [f"left over: {each}" for each in before.notes(data)]
    notes += [f"left over: {each}" for each in _placeholders(fragments)]
    notes += _left_out(report)
    comment = _COMMENT.format("" if prose else ", prose dropped")
    return Imported(canonical.dump(data, comment=comment), data, fragments, notes, drafts)


def _evolved(fragment: Fragment, data: Json) -> Fragment:
    draft = fragment.draft
    return replace(fragment, draft=Draft(draft.file, as_map(data), draft.origins))


def _check_choices(choices: Mapping[str, Choice], used: set[str], data: Json, report: Report) -> None:
    """Report names of provider.toml that name nothing, here or in what was kept."""
    for pointer, choice in choices.items():
        if pointer in used or refers(data, pointer, choice.name):
            continue
        help = "a pointer of imported.yaml, with a parameter's name for its index; remove it if the schema is gone"
        report.add("E175", f"nothing that needs a name stands at {pointer}", choice.at, help=help)


def _left_out(report: Report) -> list[str]:
    """Say what of the pages was left out, with its place."""
    found = [each for each in report.problems if each.severity is Severity.LEFT_OUT]
    return [
        f"left out: {place_of(each.at, report)}: {each.code}: {each.message}{f' ({each.help})' if each.help else ''}"
        for each in found
    ]


def _placeholders(fragments: Sequence[Fragment]) -> list[str]:
    """Say which server variables have no value on any page."""
    found = {
        name
        for fragment in fragments
        for server in as_list(fragment.draft.data.get("servers"))
        for name, variable in as_map(as_map(server).get("variables")).items()
        if as_map(variable).get("default") == name
    }
    return [
        f"the pages give no value for {{{name}}} of the server; correct it in overlay.yaml" for name in sorted(found)
    ]
