"""Parts of the page: text that cannot become markup, and the sources of both sides, side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from html import escape

from ..changes import Finding
from ..review import Excerpt, Review
from .as_json import spelt
from .words import clipped, one_line, visible

_LONGEST = 300
_NARROW = 28
"""Characters of code that fit the width of a phone."""


def text(given: str, most: int = 400) -> str:
    """Return a text on one line, in which nothing is a tag."""
    return escape(one_line(given, most))


def code(given: str, most: int = 300) -> str:
    """Return the same as code."""
    return f"<code>{text(given, most)}</code>"


def shown(line: str) -> str:
    """Return a line of code as it is shown; not yet escaped."""
    return clipped(visible(line[:_LONGEST].expandtabs(4)), _LONGEST)


def focus(lines: Iterable[str]) -> str:
    """Let the keyboard reach a box that scrolls."""
    return ' tabindex="0"' if any(len(line) > _NARROW for line in lines) else ""


def places(review: Review, finding: Finding) -> Iterator[str]:
    """Yield the sources of both sides, side by side."""
    old, new = review.excerpts.get(finding.id, (None, None))
    named = [spelt(finding.old_at) or "", spelt(finding.new_at) or ""]
    if any(named) or old or new:
        yield '<div class="places">'
        yield from _source("old", named[0], old, new, "not there")
        yield from _source("new", named[1], new, old, "gone")
        yield "</div>"


def _source(side: str, place: str, excerpt: Excerpt | None, other: Excerpt | None, absent: str) -> Iterator[str]:
    place = place or (f"{excerpt.file}:{excerpt.mark}" if excerpt else "")
    if not place:
        yield f'<p class="absent"><span class="side">{side}</span> {absent}</p>'
        return
    yield f'<figure class="{side}"><figcaption><span class="side">{side}</span> {code(place)}</figcaption>'
    if excerpt:
        lines = textwrap.dedent("\n".join(shown(line) for line in excerpt.lines)).split("\n")
        changed = _changed(excerpt, other)
        written = "".join(_line(excerpt, number, line, changed) for number, line in enumerate(lines, excerpt.start))
        yield f"<pre{focus(lines)}><code>{written}</code></pre>"
    yield "</figure>"


def _changed(excerpt: Excerpt, other: Excerpt | None) -> set[int]:
    """Return the numbers of the lines, from the meant one on, that the other side does not have.

    Lines at the end that match none are left out: the other excerpt may only have ended sooner.
    """
    if other is None:
        return {excerpt.mark}
    here, there = ([line.strip() for line in each.lines[each.mark - each.start :]] for each in (excerpt, other))
    changed: set[int] = set()
    for tag, first, last, *_ in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag == "replace" or (tag == "delete" and last < len(here)):
            changed.update(range(excerpt.mark + first, excerpt.mark + last))
    return changed


def _line(excerpt: Excerpt, number: int, line: str, changed: set[int]) -> str:
    tag = "mark" if number == excerpt.mark else "span"
    kind = ' class="changed"' if number in changed else ""
    return f'<{tag}{kind} data-line="{number}">{escape(line) or " "}</{tag}>'
