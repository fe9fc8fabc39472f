"""Importers: saved pages of a provider's documentation -> one OpenAPI document, without a network.

In order: pages (bytes -> text), blocks (text -> the description on the page), a format (description -> fragment), tidy
(OpenAPI 3.1, no more than the API), join (fragments -> document), naming (inline schemas -> components), kept (what an
earlier import had and no page has now), and the canonical form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from ...data import Json, as_list, as_map
from ...openapi.read import canonical
from ...openapi.read.document import Draft
from ...openapi.read.load import parse
from ...report import Location, Report, Severity
from . import har, json_operation, mintlify, openapi, postman, readme
from .blocks import bare, find
from .fragment import Fragment, place_of
from .join import joined
from .kept import kept, refers
from .naming import Choice, named
from .pages import Page, expand, read_page
from .tidy import ordered, tidied, without_prose

__all__ = ["Choice", "Imported", "import_pages"]

_FORMATS: tuple[ModuleType, ...] = (har, postman, json_operation, mintlify, readme, openapi)
_COMMENT = "Read from the provider's pages (SOURCES.md){}. Never edited: corrections go into overlay.yaml."


@dataclass(frozen=True, slots=True)
class Imported:
    """text: of imported.yaml. notes: what was read, merged and left over, as lines for a person."""

    text: str
    data: Json
    fragments: Sequence[Fragment]
    notes: Sequence[str]


def import_pages(
    files: Sequence[Path],
    provider: str,
    report: Report,
    *,
    old: Json = None,
    choices: Mapping[str, Choice] | None = None,
    prose: bool = True,
) -> Imported:
    """Read pages, or all pages of folders, into one document; raises SpecError when anything is wrong.

    old: the document of an earlier import. choices: pointer -> name. The order of the files does not matter.
    """
    fragments, notes = _read_all(files, provider, report)
    if not prose:
        fragments = [_evolved(each, without_prose(each.draft.data)) for each in fragments]
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
    return Imported(canonical.dump(data, comment=comment), data, fragments, notes)


def _read_all(files: Sequence[Path], provider: str, report: Report) -> tuple[list[Fragment], list[str]]:
    """Read every page; a note says of each what it held."""
    pages = [
        page
        for path in sorted(expand(list(files)), key=lambda each: each.as_posix())
        if (page := read_page(path, report))
    ]
    found = [each for page in pages if (each := _read(page, provider, report))]
    recordings = [each for each in found if each.recorded]
    fragments = [each for each in found if not each.recorded]
    fragments += [_tidied(each, report) for each in har.together(recordings, provider, report)]
    fragments.sort(key=lambda each: each.page.file)
    notes = [f"read: {each.page.file} ({each.format}, {_count(each)})" for each in fragments]
    described = {each.page.file for each in fragments if each.operations}
    notes += [
        f"left over: {page.file} describes no operation that a program can read"
        for page in pages
        if page.file not in described
    ]
    if not any(report.errors) and not any(each.operations for each in fragments):
        place = Location(Path(files[0]).as_posix(), line=1, column=1)
        help = "known are: one JSON object per operation, Mintlify and ReadMe pages, OpenAPI and Swagger documents"
        report.add("E176", "no page describes an operation that a program can read", place, help=help)
    report.stop_on_error()
    return fragments, notes


def _count(fragment: Fragment) -> str:
    count = len(fragment.operations)
    return f"{count} operation{'s' * (count != 1)}"


def _read(page: Page, provider: str, report: Report) -> Fragment | None:
    """Read one page; None when it describes nothing, or when the report says what is wrong."""
    before = sum(1 for _ in report.errors)
    block = find(page, report)
    if block is None or sum(1 for _ in report.errors) > before:
        return None
    page = replace(page, text=bare(page.text)) if block.mended else page
    data = parse(block.padded, page.file, report)
    for each in _FORMATS:
        if each.claims(data, page, block):
            fragment: Fragment | None = each.read(data, page, block, report, provider)
            return fragment if fragment is None or fragment.recorded else _tidied(fragment, report)
    place = Location(page.file, line=block.line, column=1)
    report.add("E167", "the description is of no form that is known", place)
    return None


def _tidied(fragment: Fragment, report: Report) -> Fragment:
    return replace(fragment, draft=tidied(fragment.draft, report))


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
