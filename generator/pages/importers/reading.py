"""Reading: files -> fragments, drafts of pages of prose, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType

from ... import Importer
from ...openapi.read.load import parse
from ...report import Location, Report, SpecError
from . import har, json_operation, mintlify, openapi, postman, readme, unread
from .blocks import bare, find
from .foreign import Foreign
from .fragment import Fragment
from .pages import SUFFIXES, Page, expand, read_page
from .prose import Drafted, drafted
from .tidy import tidied

FORMATS: Sequence[ModuleType] = (har, postman, json_operation, mintlify, readme, openapi)
"""The readers, each with NAME, claims() and read(); the first that claims a description reads it."""
_MOST = 10


@dataclass(slots=True)
class Found:
    """fragments: of pages that were read. drafts: of pages of prose. notes: what was read and left over."""

    fragments: list[Fragment] = field(default_factory=list[Fragment])
    drafts: list[Drafted] = field(default_factory=list[Drafted])
    notes: list[str] = field(default_factory=list[str])


def read_all(files: Sequence[Path], provider: str, report: Report, importers: Sequence[Importer] = ()) -> Found:
    """Read all pages; raises SpecError where one is at fault, or where none describes an operation.

    importers: plug-ins, which are asked first.
    """
    foreign = Foreign(importers, report)
    paths = sorted(expand(list(files)), key=lambda each: each.as_posix())
    if not paths:
        message = f"no page is in this folder: of a folder the files are read that end in {', '.join(SUFFIXES)}"
        report.add(
            "E176", message, Location(files[0].as_posix(), line=1, column=1), help="give other files by their names"
        )
    pages = [page for path in paths if (page := read_page(path, report, foreign.claiming))]
    found = Found()
    recordings: list[Fragment] = []
    others: dict[str, unread.Reason] = {}
    for page in pages:
        fragment = foreign.read(page) or _read(page, provider, report, found, others)
        if fragment:
            (recordings if fragment.recorded else found.fragments).append(fragment)
    found.fragments += [_tidied(each, report) for each in har.together(recordings, provider, report)]
    found.fragments.sort(key=lambda each: each.page.file)
    _settle(found, others, report)
    _say(pages, found, others, report)
    report.stop_on_error()
    return found


def _say(pages: Sequence[Page], found: Found, others: dict[str, unread.Reason], report: Report) -> None:
    """Note what each page held; where none describes an operation, that is an error of each."""
    drawn = {each.page.file for each in found.drafts}
    described = {each.page.file for each in found.fragments if each.operations}
    found.notes += [f"read: {each.page.file} ({each.format}, {_count(each)})" for each in found.fragments]
    rest = [each.file for each in pages if each.file not in drawn | described]
    others = {file: others.get(file) or _without_operation(file, report) for file in rest}
    for file, (what, help) in others.items():
        found.notes.append(f"left over: {file} is {what}; {help}")
    if described or any(report.errors):
        return
    found.fragments.clear()
    for index, file in enumerate([] if drawn else rest):
        what, help = others[file]
        if index < _MOST:
            message = f"no page describes an operation that a program can read; this one is {what}"
            report.add("E176", message, Location(file, line=1, column=1), help=help)


def _without_operation(file: str, report: Report) -> unread.Reason:
    """Say of a page that was read why nothing came of it."""
    said = "; ".join(each.message for each in report.problems if each.code in ("E183", "E184") and each.at.file == file)
    return "a description without an operation", said or "give the pages of the operations as well"


def _read(page: Page, provider: str, report: Report, found: Found, others: dict[str, unread.Reason]) -> Fragment | None:
    """Read one page; None when it describes nothing for programs, which `others` a draft or the report then says."""
    before = sum(1 for _ in report.errors)
    block = find(page, report)
    if sum(1 for _ in report.errors) > before:
        return None
    if block is None:
        _read_rest(page, report, found, others)
        return None
    page = replace(page, text=bare(page.text)) if block.mended else page
    try:
        data = parse(block.padded, page.file, report)
    except SpecError:
        unread.explain_end(block.padded, report)
        raise
    for each in FORMATS:
        if each.claims(data, page, block):
            fragment: Fragment | None = each.read(data, page, block, report, provider)
            return fragment if fragment is None or fragment.recorded else _tidied(fragment, report)
    what, help = unread.of_data(data)
    place = Location(page.file, line=block.line, column=1)
    report.add("E167", f"the description is of no form that is known: it is {what}", place, help=help)
    return None


def _read_rest(page: Page, report: Report, found: Found, others: dict[str, unread.Reason]) -> None:
    """Make a draft of a page without a description, or say what the page is instead."""
    if page.text.lstrip()[:1] in ("{", "["):
        own = Report()
        try:
            others[page.file] = unread.of_data(parse(page.text, page.file, own))
        except SpecError:
            others[page.file] = "no JSON, though it begins so", f"save it again ({own.problems[-1].message})"
        return
    draft = drafted(page)
    if draft is None:
        others[page.file] = unread.of_text(page.text)
        return
    found.drafts.append(draft)


def _settle(found: Found, others: dict[str, unread.Reason], report: Report) -> None:
    """Keep the drafts of operations that no other page describes, and say of each that it is one."""
    known = [(_shape(path), method) for each in found.fragments for path, method in each.operations]
    drafts, found.drafts = found.drafts, []
    for each in drafts:
        called = f"{each.method.upper()} {each.path}"
        if any(method == each.method and _is_end(_shape(each.path), path) for path, method in known):
            others[each.page.file] = f"prose about {called}", "another page describes it for programs"
            continue
        found.drafts.append(each)
        help = "check the draft line by line, then move it to openapi.yaml (docs/convert.md, By hand)"
        message = f"the page is prose: a draft of {called} was made of its tables and samples"
        report.degraded("E187", message, Location(each.page.file, line=1, column=1), help=help)


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path)


def _is_end(first: str, second: str) -> bool:
    """Say whether one path is the end of the other: a server may hold the rest."""
    return first.endswith(second) or second.endswith(first)


def _tidied(fragment: Fragment, report: Report) -> Fragment:
    return replace(fragment, draft=tidied(fragment.draft, report))


def _count(fragment: Fragment) -> str:
    count = len(fragment.operations)
    return f"{count} operation{'s' * (count != 1)}"
