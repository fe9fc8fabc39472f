"""HTML: reviews -> one page that needs nothing else: no network, and JavaScript for its filters only.

Everything that comes from a spec goes through `text`, `code` or `shown`. The page's style and script stand beside this
file; the page allows these two by their hashes and nothing else, so that no other script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from ...openapi.read.versions import is_later
from ..changes import Finding
from ..review import Review
from .as_json import spelt
from .html_parts import code, focus, places, shown, text
from .words import (
    HEADING,
    KINDS,
    MEANINGS,
    advice,
    arrows,
    count,
    counts,
    faults,
    gravest,
    others,
    sentence,
    title,
    verdict,
)

_FOLDER = Path(__file__).parent
_FEW = 6
_MOST = 20
_WHOLE, _WHOLE_OF_MANY = 200, 60
"""How many findings are shown with all that is known of them, on a page of so many and of more; others are brief."""


def html(reviews: Sequence[Review]) -> str:
    """Return the text of the page."""
    style, script = (_FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"
    names = text(", ".join(each.name for each in reviews[:3]))
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{HEADING}{': ' if names else ''}{names}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#findings">Skip to the findings</a>',
            *_header(reviews),
            *_tools(reviews),
            '<main id="findings">',
            *(line for number, each in enumerate(reviews) for line in _review(each, number)),
            '<p id="nothing" class="empty" hidden>No finding matches these filters.</p>',
            "</main>",
            *(_footer() if reviews else ()),
            f"<script>{script}</script>",
            "</body>",
            "</html>\n",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


# Around the findings


def _header(reviews: Sequence[Review]) -> Iterator[str]:
    yield '<header class="top">'
    yield f"<h1>{HEADING}</h1>"
    yield '<button type="button" id="theme" aria-pressed="false" hidden>Dark</button>'
    if not reviews:
        yield '<p class="empty">No spec has changed, so callers have nothing to do.</p>'
    else:
        yield '<ul class="summary">'
        yield from (line for number, each in enumerate(reviews) for line in _summary(each, number))
        yield "</ul>"
    yield "</header>"


def _summary(review: Review, number: int) -> Iterator[str]:
    versions = review.versions
    wanting = f" wanting {review.level}" if versions and is_later(versions.asked, versions.new) else ""
    numbers = [f'<span class="level {level}">{words}</span>' for level, words in counts(review).items()]
    yield f'<li><a class="name" href="#review-{number}">{text(review.name, 80) or "spec"}</a>'
    yield f'<p class="verdict">{verdict(review)}</p>'
    yield from (f"<span>{' '.join(numbers)}</span>" for _ in numbers[:1])
    if said := advice(review):
        yield f'<span class="version{wanting}">{text(said)}</span>'
    yield "</li>"


def _tools(reviews: Sequence[Review]) -> Iterator[str]:
    findings = [each for review in reviews for each in review.changes.findings]
    if not findings:
        return
    yield '<section class="tools" role="search" aria-label="Filter the findings" hidden>'
    yield '<div class="choices" role="group" aria-label="Level">'
    for level in MEANINGS:
        yield _choice("level", level, title(level), sum(each.level == level for each in findings))
    yield '</div><div class="choices" role="group" aria-label="What is affected">'
    for kind, words in KINDS.items():
        yield _choice("kind", kind, words, sum(kind in each.kinds for each in findings))
    total = f"{len(findings):,} of {len(findings):,} shown"
    yield '</div><input type="search" id="text" aria-label="Filter by text" placeholder="Filter by text">'
    yield f'<output id="count">{total}</output><button type="button" id="all" hidden>Show all</button></section>'


def _choice(name: str, value: str, words: str, number: int) -> str:
    attributes = f'type="button" data-{name}="{value}" aria-pressed="false"'
    return f'<button {attributes}>{words} <span class="number">{number:,}</span></button>'


def _footer() -> Iterator[str]:
    yield '<footer><h2>Words</h2><dl class="words">'
    yield from (f"<dt>{title(level)}</dt><dd>{meaning}</dd>" for level, meaning in MEANINGS.items())
    yield f"<dt>{KINDS['names']}</dt><dd>imports, methods, arguments and attributes</dd>"
    yield f"<dt>{KINDS['types']}</dt><dd>a type checker objects to the callers’ code</dd>"
    yield f"<dt>{KINDS['wire']}</dt><dd>what they send or read is not understood any more; callers have to upgrade</dd>"
    yield "</dl></footer>"


# Findings


def _review(review: Review, number: int) -> Iterator[str]:
    yield f'<section class="review" aria-labelledby="review-{number}">'
    yield f'<h2 id="review-{number}">{text(review.name, 80) or "spec"}</h2>'
    if review.old or review.new:
        sides = [code(each) if each else "nothing" for each in (review.old, review.new)]
        yield f'<p class="sides">{sides[0]} → {sides[1]}</p>'
    if review.faults:
        yield '<section class="faults"><h3>faults of the new document, which the old one does not have</h3><ul>'
        yield from (f"<li>{text(each)}</li>" for each in faults(review))
        yield "</ul></section>"
    yield from _gravest(review)
    held = tuple(each for each in review.changes.findings if each.id in review.accepted)
    left = _WHOLE if len(review.changes.findings) <= _WHOLE else _WHOLE_OF_MANY
    for level, meaning in MEANINGS.items():
        yield from _group(review, review.open(level), title(level), meaning, left)
        left -= len(review.open(level))
    yield from _group(review, held, "accepted", "agreed to in accepted.toml", left)
    if review.changes.notes:
        yield '<section class="notes"><h3>notes</h3><ul>'
        yield from (f"<li>{text(each.message, 2000)}</li>" for each in review.changes.notes)
        yield "</ul></section>"
    yield "</section>"


def _gravest(review: Review) -> Iterator[str]:
    if groups := gravest(review):
        yield '<ol class="gravest" aria-label="The gravest">'
        for each in groups:
            link = f'<a href="#{_anchor(review, each.findings[0])}">{text(arrows(each.message), 200)}</a>'
            yield f"<li>{link}</li>"
        yield "</ol>"


def _group(review: Review, findings: Sequence[Finding], name: str, meaning: str, whole: int) -> Iterator[str]:
    """Yield the findings of one level. whole: how many of them are shown with all that is known."""
    if findings:
        yield f'<section class="group"><h3>{name} <span class="number">{len(findings):,}</span></h3><p>{meaning}</p>'
        yield from (line for rank, each in enumerate(findings) for line in _finding(review, each, rank < whole))
        yield "</section>"


def _finding(review: Review, finding: Finding, whole: bool) -> Iterator[str]:
    anchor = _anchor(review, finding)
    level, held = text(finding.level), finding.id in review.accepted
    subject, words = sentence(finding)
    data = f'data-level="{level}" data-kinds="{text(" ".join(finding.kinds))}"'
    yield f'<article class="{"accepted" if held else "open"}" {data} aria-labelledby="{anchor}">'
    yield f'<p class="marks"><span class="level {level}">{text(title(finding.level))}</span>'
    yield from (f'<span class="kind">{text(KINDS.get(each, each))}</span>' for each in finding.kinds)
    yield "</p>"
    said = f"{code(subject)} {text(words)}" if subject else text(words)
    yield f'<h4 id="{anchor}"><a href="#{anchor}">{said}</a></h4>'
    yield from _acceptance(review, finding)
    if whole:
        yield from _snippet(finding)
        yield from _facts(finding)
        yield from places(review, finding)
    else:
        yield from _brief(finding)
    yield "</article>"


def _brief(finding: Finding) -> Iterator[str]:
    """Yield what a page of many findings says of one that is not among the gravest."""
    named = " → ".join(code(spelt(each) or "", 120) if each else "nothing" for each in (finding.old_at, finding.new_at))
    said = [text(finding.hint, 120), named if finding.old_at or finding.new_at else ""]
    said += [count(len(finding.operations), "operation")] if others(finding) else []
    said += [f"id {code(finding.id, 160)}"] if finding.level == "major" else []
    yield f'<p class="brief">{"; ".join(each for each in said if each)}</p>'


def _anchor(review: Review, finding: Finding) -> str:
    """Return the id of a finding on the page: the same as long as the finding is there, and safe in any address."""
    key = f"{review.name} {finding.id}"
    words = "-".join(re.findall("[a-z0-9]+", key.lower()))[:24].strip("-")
    return f"{words or 'finding'}-{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:8]}"


def _acceptance(review: Review, finding: Finding) -> Iterator[str]:
    if entry := review.accepted.get(finding.id):
        yield f'<p class="entry">Accepted until <time>{entry.until}</time>: {text(entry.reason, 1000)}</p>'
    if entry := review.expired.get(finding.id):
        words = f"The acceptance ended on <time>{entry.until}</time>: {text(entry.reason, 1000)}"
        yield f'<p class="entry expired">{words}</p>'


def _snippet(finding: Finding) -> Iterator[str]:
    """Yield the caller's code before and after."""
    parts = [("del", finding.before), ("ins", finding.after)]
    lines = [(tag, shown(line)) for tag, code in parts for line in code.splitlines()]
    if lines:
        written = "".join(f"<{tag}>{escape(line)}</{tag}>" for tag, line in lines)
        yield f'<pre class="snippet"{focus(line for _, line in lines)}><code>{written}</code></pre>'


def _facts(finding: Finding) -> Iterator[str]:
    facts = [
        ("What to do", text(finding.hint)),
        ("Inside", "<br>".join(text(each) for each in finding.details)),
        ("Reached by", _some(others(finding), "operation")),
        ("Python", _some(finding.python, "name")),
        ("Id", code(finding.id, 1000) if finding.level == "major" else ""),
    ]
    if any(said for _, said in facts):
        yield "<dl>"
        yield from (f"<div><dt>{name}</dt><dd>{said}</dd></div>" for name, said in facts if said)
        yield "</dl>"


def _some(names: Sequence[str], one: str) -> str:
    """Return names as a list, folded when they are many."""
    if not names:
        return ""
    items = [f"<li>{code(each)}</li>" for each in names[:_MOST]]
    if len(names) > _MOST:
        items.append(f"<li>and {len(names) - _MOST:,} more</li>")
    found = f"<ul>{''.join(items)}</ul>"
    return found if len(names) <= _FEW else f"<details><summary>{count(len(names), one)}</summary>{found}</details>"
