"""Terminal: reviews -> styled lines for the person at the keyboard, the verdict first, then the gravest findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ..changes import Finding
from ..groups import Group, grouped
from ..order import specific
from ..review import Review
from .as_json import spelt
from .words import TITLES, faults, gravest, summary

Line = tuple[str, str]
"""A style of rich, and the text."""

_STYLES = {"major": "bold red", "minor": "yellow", "patch": "dim"}
_MOST = 3


def terminal(reviews: Sequence[Review], width: int = 0) -> list[Line]:
    """Return the lines of all reviews. width: in characters, at which words go on in another line; 0 for no end."""
    if not reviews:
        return [("green", "No spec has changed.")]
    return [(style, each) for review in reviews for style, line in _review(review) for each in _wrapped(line, width)]


def _wrapped(line: str, width: int) -> list[str]:
    """Cut a line between words; what goes on is indented below the text. A word that is longer is not cut."""
    if len(line) <= width or not width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 3)
    return textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _review(review: Review) -> Iterator[Line]:
    yield "bold", summary(review)
    yield "dim", f"{review.old or 'nothing'} -> {review.new or 'nothing'}"
    yield from (("yellow", f"fault: {each}") for each in faults(review))
    for number, group in enumerate(gravest(review), 1):
        yield "default", f"{number}. {group.message}"
    for level, style in _STYLES.items():
        for group in grouped(review.open(level)):
            yield "default", ""
            yield style, f"{TITLES[level]}: {group.message}"
            yield from (("default", f"   {line}") for line in _details(group))
    for key, entry in review.accepted.items():
        yield "default", ""
        yield "dim", f"accepted until {entry.until}: {key}"
        yield "dim", f"   {entry.reason}"
    for key, entry in review.expired.items():
        yield "yellow", f"no longer accepted since {entry.until}: {key}"
    for note in review.changes.notes:
        yield "default", ""
        yield "dim", f"note: {note.message}"


def _details(group: Group) -> Iterator[str]:
    first = group.findings[0]
    yield from _places(first)
    if first.kinds:
        yield f"kinds: {', '.join(first.kinds)}"
    operations = specific(dict.fromkeys(each for finding in group.findings for each in finding.operations))
    if len(group.findings) == 1 and operations not in ((), (first.operation,)):
        yield f"operations: {_some(operations)}"
    python = tuple(dict.fromkeys(each.python[0] for each in group.findings if each.python))
    if python:
        yield f"python: {_some(python if len(group.findings) > 1 else first.python)}"
    if first.before and len(group.findings) == 1:
        yield f"change: {first.before}  ->  {first.after or 'nothing'}"
    yield from (f"inside: {each}" for each in first.details[:_MOST])
    if first.hint:
        yield f"help: {first.hint}"
    if first.level == "major":
        more = f" and {len(group.findings) - 1} more (--format json lists them)" if len(group.findings) > 1 else ""
        yield f"id: {first.id}{more}"


def _places(finding: Finding) -> Iterator[str]:
    old, new = spelt(finding.old_at), spelt(finding.new_at)
    if old or new:
        yield f"{old or 'nothing'} -> {new or 'nothing'}"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
