"""Coverage: pages of a provider against its spec; a second reading, independent of the importers.

facts      what a page or a document states, about what, and where
segments   a page cut into blocks, tables and lines   tables, columns, rows, hints, structured: each shape's rules
page       a file -> facts and rows                   nest: rows -> facts, by the nesting that fits the spec
shapes     schemas laid together                      reading, spec: a document as nodes, asked by subject
compare    facts and spec -> lines                    sources: the rows of SOURCES.md that explain them
changes    two states of a page -> touched places     text: all of it for a person
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...openapi.read.bundle import bundle
from ...openapi.read.document import pointers
from ...openapi.read.load import load, positions
from ...report import Report
from .changes import State, changes
from .compare import Line, compare
from .facts import Fact
from .nest import nested_facts
from .page import Page, read_page
from .sources import Sources, read_sources
from .spec import Spec
from .text import change_lines, count, section_lines, stale_lines


@dataclass(frozen=True, slots=True)
class Coverage:
    """text: what to print. unexplained: how many lines of it nothing explains."""

    text: str
    unexplained: int
    lines: list[Line]
    facts: int


def coverage(folder: Path, pages: list[Path], before: list[Path], report: Report, *, shown: str) -> Coverage:
    """Compare pages with the spec of a provider's folder, which messages call `shown`. SpecError for a wrong page.

    before: older copies of some pages, see `pairs`.
    """
    older = pairs(pages, before)
    spec = _spec(folder, report, shown)
    sources = _sources(folder, shown)
    states = [_state(path, spec, report) for path in pages]
    facts = [fact for state, _ in states for fact in state.facts]
    found = compare(facts, spec)
    sources.explain(found.lines)
    stale = list(sources.stale())
    text, changed = _changed(states, older, sources, spec, report)
    unexplained = sum(1 for line in found.lines if not line.why) + len(stale) + changed
    read = f"{count(len(pages), 'page')}, {count(len(facts), 'fact')}"
    head = f"{shown}: {read}, {found.known} of them in the spec as stated"
    lines = [
        head,
        "",
        *text,
        *section_lines(found.lines),
        *stale_lines(stale),
        f"{count(unexplained, 'unexplained line')}",
    ]
    return Coverage("\n".join(lines) + "\n", unexplained, found.lines, len(facts))


def pairs(pages: list[Path], before: list[Path]) -> dict[str, Path]:
    """Pair pages with older copies by file name, a single page with a single copy; ValueError for one without a page.

    >>> pairs([Path("new/a.md"), Path("new/b.md")], [Path("old/b.md")])["new/b.md"].as_posix()
    'old/b.md'
    """
    if len(pages) == len(before) == 1:
        return {pages[0].as_posix(): before[0]}
    found: dict[str, Path] = {}
    for old in before:
        named = [page for page in pages if page.name == old.name]
        if len(named) != 1:
            raise ValueError(f"{old.as_posix()} has the file name of {len(named)} pages, and must have that of one")
        found[named[0].as_posix()] = old
    return found


def _spec(folder: Path, report: Report, shown: str) -> Spec:
    draft = load(folder / "openapi.yaml", report, name=f"{shown}/openapi.yaml")
    marks = positions(report.sources[draft.file], pointers(draft.data))
    bundle(draft, folder, report)
    return Spec(draft.freeze(), marks)


def _sources(folder: Path, shown: str) -> Sources:
    path = folder / "SOURCES.md"
    return read_sources(path.read_text(encoding="utf-8") if path.is_file() else "", f"{shown}/SOURCES.md")


def _state(path: Path, spec: Spec, report: Report) -> tuple[State, Page]:
    """Read a page and settle what its words mean in the spec."""
    page = read_page(path, report)
    labels = dict.fromkeys([page.operation, *(fact.subject.operation for fact in page.facts)])
    for label in labels:
        identity = next((fact.value for fact in page.facts if _names(fact, label)), "")
        if label:
            spec.settle(label, identity)
    operation = spec.settled(page.operation)
    facts = [*page.facts, *(nested_facts(page.rows, operation, spec, page.file) if operation else ())]
    facts = list(dict.fromkeys(facts))
    return State(page.file, page.text, facts), page


def _names(fact: Fact, label: str) -> bool:
    return fact.kind == "operationId" and fact.subject.operation == label


def _changed(
    states: list[tuple[State, Page]], older: dict[str, Path], sources: Sources, spec: Spec, report: Report
) -> tuple[list[str], int]:
    """Return what to say of pages that are not those SOURCES.md names, and how many there are."""
    lines: list[str] = []
    number = 0
    for state, page in states:
        if page.sha256 in sources.hashes:
            continue
        number += 1
        lines.append(f"! {page.file} is not the page that SOURCES.md names: its sha256 is {page.sha256}")
        old = older.get(page.file)
        if old is None:
            lines.append("    give the page as it was with --before to see what changed; the facts that differ follow")
        else:
            found = changes(_state(old, spec, report)[0], state, spec)
            lines.append(f"    {count(len(found), 'change')} since {old.as_posix()}")
            lines.extend(change_lines(found))
        lines.append("")
    return lines, number


__all__ = ["Coverage", "coverage", "pairs"]
