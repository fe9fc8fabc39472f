"""Text: the findings of a run -> what a person reads. The same findings always give the same lines."""

from __future__ import annotations

from collections.abc import Iterator

from .changes import Change
from .compare import ABSENT, DIFFERENT, UNDOCUMENTED, Line
from .facts import Place

_TITLES = (
    (ABSENT, "Documented, absent from the spec"),
    (UNDOCUMENTED, "In the spec, not documented"),
    (DIFFERENT, "Documented otherwise than in the spec"),
)
_WIDTH = 100


def section_lines(lines: list[Line]) -> Iterator[str]:
    """Yield the three sections, grouped by operation. An exclamation mark stands before what nothing explains."""
    for section, title in _TITLES:
        found = [line for line in lines if line.section == section]
        explained = sum(1 for line in found if line.why)
        count = f"{len(found)}, {len(found) - explained} unexplained" if found else "none"
        yield f"{title}: {count}"
        operation = None
        for line in found:
            if line.subject.operation != operation:
                operation = line.subject.operation
                yield f"  {operation or 'the document'}"
            yield from _line(line)
        yield ""


def _line(line: Line) -> Iterator[str]:
    values = ", ".join(line.values) if line.values != ("true",) else ""
    what = _short(" ".join(each for each in (line.subject.text, line.kind, values) if each))
    yield f"  {' ' if line.why else '!'} {what}" + (f"  ({line.note})" if line.note else "")
    places = [f"page {line.page}" if line.page else "", f"spec {line.spec}" if line.spec else ""]
    places.extend(f"why {each.file}:{each.line}" for each in line.why)
    yield f"      {'  '.join(each for each in places if each)}"


def change_lines(changes: list[Change]) -> Iterator[str]:
    """Yield what changed on a page, and below each change the places of the spec that it touches."""
    for change in changes:
        yield from (f"    - {place}: {_short(text.strip())}" for place, text in change.old)
        yield from (f"    + {place}: {_short(text.strip())}" for place, text in change.new)
        for subject, pointer, place in change.places:
            yield f"        {subject}"
            yield f"          {place}  {pointer}"
        if not change.places:
            yield "        no place of the spec"


def stale_lines(stale: list[tuple[Place, str]]) -> Iterator[str]:
    """Yield the rows of SOURCES.md that explain nothing."""
    if stale:
        yield f"Rows of SOURCES.md to put right: {len(stale)}"
        yield from (f"  ! {place.file}:{place.line}: {text}" for place, text in stale)
        yield ""


def count(number: int, noun: str) -> str:
    """Spell a number of things.

    >>> count(1, "page"), count(2, "page")
    ('1 page', '2 pages')
    """
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _short(text: str) -> str:
    text = "".join(each if each.isprintable() else " " for each in text)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."
