"""Markdown: reviews -> one comment on a pull request, short enough for GitHub, the gravest findings first.

Everything that comes from a spec goes through `plain`, `code` or `fenced`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..accepted import Acceptance
from ..changes import Finding
from ..groups import Group, grouped
from ..review import Review
from .as_json import spelt
from .words import (
    HEADING,
    MEANINGS,
    advice,
    affected,
    arrows,
    clipped,
    count,
    counts,
    faults,
    gravest,
    listed,
    one_line,
    others,
    sentence,
    title,
    verdict,
    visible,
)

MARKER = "<!-- specloom diff -->"
"""The first line of the comment, by which a workflow finds the one that it wrote before."""

LIMIT = 60_000
"""The text is shorter than this; GitHub takes 65,536 characters."""

FAULTS = "> [!WARNING]\n> Faults of the new document, which the old one does not have:\n>\n"
_MOST = 5
_LINES = 6
_RESERVED = 250
"""Room for the line that says what is left out."""


def markdown(reviews: Sequence[Review]) -> str:
    """Return the text of the comment."""
    head = f"{MARKER}\n## {HEADING}\n\n"
    if not reviews:
        return f"{head}No spec has changed, so callers have nothing to do.\n"
    every = [_sections(each) for each in reviews]
    shown = _chosen(every, LIMIT - len(head) - _RESERVED)
    found = [_written(sections, shown, number) for number, sections in enumerate(every) if shown[number, 0]]
    if left := len(every) - len(found):
        found.append(f"And {count(left, 'more spec')}, left out because a comment has a limited length.\n")
    return head + "\n---\n\n".join(found).rstrip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class _Section:
    """Items of one sort, each with the number of what it tells.

    name: what one and many of these are called; opening, closing: what stands around the items.
    """

    name: tuple[str, str]
    items: tuple[tuple[str, int], ...]
    opening: str = ""
    closing: str = ""


def _sections(review: Review) -> list[_Section]:
    """Return the parts of a review in the order in which they stand, and in which they find room."""
    expired = tuple((_expired(each), 1) for each in review.expired.values())
    held = [(each, review.accepted.get(each.id)) for each in review.changes.findings]
    accepted = tuple((_item(Group(finding.message, (finding,)), entry), 1) for finding, entry in held if entry)
    notes = tuple((f"- Note: {plain(each.message, 1000)}\n", 1) for each in review.changes.notes)
    return [
        _Section(("summary", ""), ((_summary(review), 1),)),
        _Section(("fault", ""), tuple((f"> {plain(each)}\n>\n", 1) for each in faults(review)), FAULTS),
        _Section(("expired acceptance", ""), expired, "> [!WARNING]\n"),
        _level(review, "major"),
        _folded(_level(review, "minor"), MEANINGS["minor"]),
        _folded(_level(review, "patch"), MEANINGS["patch"]),
        _folded(_Section(("accepted", "accepted"), accepted), "agreed to in accepted.toml"),
        _Section(("note", ""), notes),
    ]


def _level(review: Review, level: str) -> _Section:
    items = tuple((_item(each, None), len(each.findings)) for each in grouped(review.open(level)))
    return _Section((title(level), title(level)), items)


def _folded(section: _Section, meaning: str) -> _Section:
    """Fold a section behind a line that says what is in it."""
    words = f"{count(sum(number for _, number in section.items), *section.name)}: {meaning}"
    opening = f"<details>\n<summary>{words}</summary>\n\n"
    return _Section(section.name, section.items, opening, "</details>\n")


def _chosen(reviews: list[list[_Section]], room: int) -> Counter[tuple[int, int]]:
    """Return (review, section) -> how many of its items there is room for: the gravest, of each review in turn."""
    queue = sorted(
        (rank, index, number)
        for number, sections in enumerate(reviews)
        for rank, section in enumerate(sections)
        for index in range(len(section.items))
    )
    shown = Counter[tuple[int, int]]()
    for rank, index, number in queue:
        section = reviews[number][rank]
        around = 0 if index else len(section.opening) + len(section.closing) + 1
        room -= len(section.items[index][0]) + around + (0 if rank else _RESERVED)
        if room < 0:
            break
        shown[number, rank] += 1
    return shown


def _written(sections: list[_Section], shown: Counter[tuple[int, int]], number: int) -> str:
    """Return the text of a review: what there is room for, and a count of the rest."""
    parts: list[str] = []
    left: list[str] = []
    for rank, section in enumerate(sections):
        fits = shown[number, rank]
        if fits:
            parts.append(section.opening + "".join(text for text, _ in section.items[:fits]) + section.closing)
        if fits < len(section.items):
            left.append(count(sum(number for _, number in section.items[fits:]), *section.name))
    if left:
        words = f"Left out, because a comment has a limited length: {listed(left)}."
        parts.append(f"{words} `specloom diff` shows them all.\n")
    return "\n".join(parts)


def _summary(review: Review) -> str:
    said = [f"**{plain(review.name, 80) or 'spec'}**: {verdict(review)}.", plain(advice(review), 300)]
    said += [f"({', '.join(counts(review).values())})"] if counts(review) else []
    first = [f"1. {plain(each.message, 200)}" for each in gravest(review)]
    sides = f"Compared: {code(review.old or 'nothing', 100)} → {code(review.new or 'nothing', 100)}"
    return "\n".join([" ".join(each for each in said if each), "", sides, *(["", *first] if first else [])]) + "\n"


def _expired(entry: Acceptance) -> str:
    return f"> The acceptance of {code(entry.id, 300)} ended on {entry.until}: {plain(entry.reason)}\n>\n"


def _item(group: Group, entry: Acceptance | None) -> str:
    """Return findings that are alike as an item of a list, with what is known of them below. entry: its acceptance."""
    subject, words = sentence(group.findings[0]) if len(group.findings) == 1 else ("", arrows(group.message))
    first = f"**{code(subject)}** {plain(words)}" if subject else plain(words)
    snippet = fenced([(each.before, each.after) for each in group.findings[:_MOST]])
    return "\n  ".join([f"- {first}", *snippet, *(f"- {fact}" for fact in _facts(group.findings, entry))]) + "\n\n"


def _facts(findings: Sequence[Finding], entry: Acceptance | None) -> Iterator[str]:
    first = findings[0]
    if entry:
        yield f"Accepted until {entry.until}, though {title(first.level)}: {plain(entry.reason)}"
    yield from (f"Inside: {plain(each)}" for each in first.details[:_MOST])
    if first.hint:
        yield f"What to do: {plain(first.hint)}"
    if first.kinds:
        yield f"Affects {plain(affected(first))}"
    if places := [_place(each) for each in findings if each.old_at or each.new_at]:
        yield f"Where: {_some(places)}"
    if reached := dict.fromkeys(each for finding in findings for each in others(finding)):
        yield f"Reached by {_some([code(each) for each in reached])}"
    names = first.python if len(findings) == 1 else dict.fromkeys(each.python[0] for each in findings if each.python)
    if names:
        yield f"Python: {_some([code(each) for each in names])}"
    if first.level == "major" and not entry:
        yield f"Id: {_some([code(each.id, 300) for each in findings])}"


def _place(finding: Finding) -> str:
    old, new = (code(spelt(each) or "", 200) if each else "" for each in (finding.old_at, finding.new_at))
    return f"{old} → {new}" if old and new else f"{old} (gone)" if old else f"{new} (new)"


def _some(written: Sequence[str]) -> str:
    more = [f"{len(written) - _MOST:,} more"] if len(written) > _MOST else []
    return listed([*written[:_MOST], *more])


# Escaping

_SIGNS = re.compile(r"[\\`*_\[\]{}|~$!]")
_START = re.compile(r"^(\d*)([-+#=.)])")
_LINKED = re.compile(r"(?<=[@#:])(?=\S)|(?<=/)(?=/)|(?i:(?<=www)(?=\.)|(?<=gh)(?=-\d))")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str, most: int = 400) -> str:
    r"""Return a text for running Markdown, on one line, in which nothing is a tag, a link, a mention or a style.

    GitHub looks for mentions, issues, emoji and addresses after all escapes are undone: an invisible space parts them.

    >>> plain("<b>*x*"), plain("1. a"), plain("@all").encode()
    ('&lt;b&gt;\\*x\\*', '1\\. a', b'@\xe2\x80\x8ball')
    """
    line = _START.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", one_line(text, most)))
    return _LINKED.sub("\u200b", line).translate(_ENTITIES)


def code(text: str, most: int = 160) -> str:
    """Return a text as a code span, on one line.

    >>> code("a`b"), code("`a")
    ('``a`b``', '`` `a ``')
    """
    line = one_line(text, most) or " "
    ticks = _ticks(line, 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def fenced(changes: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines of a fence that shows code before and after changes; none where there is no code."""
    signed = [(sign, text) for before, after in changes for sign, text in (("-", before), ("+", after))]
    lines = [f"{sign} {line}" for sign, text in signed for line in _code_lines(text)]
    if not lines:
        return []
    ticks = _ticks("\n".join(lines), 3)
    return [f"{ticks}diff", *lines, ticks]


def _code_lines(text: str) -> list[str]:
    lines = text.splitlines()
    shown = lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "…"]
    return [clipped(visible(each.expandtabs(4)[:201]), 200) for each in shown]


def _ticks(text: str, least: int) -> str:
    """Return a run of backticks longer than any in a text."""
    return "`" * max([least, *(len(each) + 1 for each in re.findall("`+", text))])
