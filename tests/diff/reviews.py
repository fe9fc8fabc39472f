"""Small reviews, made by hand, for the tests of the reports."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from generator.diff.accepted import Acceptance
from generator.diff.changes import Changes, Finding, Note
from generator.diff.review import Excerpt, Review, Versions
from generator.report import Location, Problem, Severity

OLD, NEW = "old/openapi.yaml", "new/openapi.yaml"

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</details></code></pre></article>",
    "--> <!-- x",
    "]]><![CDATA[",
    "&lt;b&gt; &#64;all",
    "```` ``` `` `",
    "`code` ** bold ** __init__ ~~gone~~",
    "[link](https://evil.example) ![image](//evil.example/x.png)",
    "https://evil.example www.evil.example ftp://evil.example mail@evil.example",
    "@octocat #1 GH-1 evil/repo#2 :tada:",
    "| a | b | $x$ $$y$$",
    "- [ ] item",
    "1. item",
    "# heading",
    "> quote",
    "=== --- ~~~",
    "\\` \\< \\",
    "{{ 7*7 }} ${x} %s",
    "bidi \u202e nul \0 half \ud800 end",
)
"""Texts that a spec may hold, each on one line."""


def finding(
    path: str = "Pet/name",
    level: str = "major",
    *,
    rule: str = "property-removed",
    kinds: tuple[str, ...] = (),
    operation: str = "",
    says: str = "does not come any more",
    hint: str = "",
    old: int | None = 10,
    new: int | None = 12,
    operations: tuple[str, ...] = (),
    python: tuple[str, ...] = (),
    before: str = "",
    after: str = "",
) -> Finding:
    """Return a finding. says: what stands behind the subject; old, new: its lines."""
    subject = f"{operation} {path}".strip()
    return Finding(
        id=f"{rule}: {subject}",
        rule=rule,
        level=level,
        kinds=kinds,
        direction="received",
        operation=operation,
        path=path,
        message=f"{subject} {says}",
        hint=hint,
        old=None,
        new=None,
        old_at=Location(OLD, line=old) if old else None,
        new_at=Location(NEW, line=new) if new else None,
        operations=operations,
        python=python,
        before=before,
        after=after,
    )


def review(
    findings: Iterable[Finding] = (),
    *,
    name: str = "pets",
    notes: tuple[str, ...] = (),
    accepted: Mapping[str, str] | None = None,
    expired: Mapping[str, str] | None = None,
    excerpts: Mapping[str, tuple[Excerpt | None, Excerpt | None]] | None = None,
    versions: Versions | None = None,
) -> Review:
    """Return a review. accepted, expired: finding id -> reason."""
    return Review(
        name=name,
        old="main:specs/pets",
        new="specs/pets",
        changes=Changes(tuple(findings), tuple(Note("patch", each) for each in notes)),
        accepted=_entries(accepted, datetime.date(2026, 12, 31)),
        expired=_entries(expired, datetime.date(2026, 1, 31)),
        excerpts=excerpts or {},
        versions=versions,
    )


def _entries(reasons: Mapping[str, str] | None, until: datetime.date) -> dict[str, Acceptance]:
    return {id: Acceptance(id, reason, until, Location("accepted.toml")) for id, reason in (reasons or {}).items()}


def filled(text: str) -> Review:
    """Return a review that holds a text wherever a text may stand: open, accepted and expired, on every level."""
    found = [
        Finding(
            id=f"{text} {number}",
            rule=f"rule {number}",
            level=level,
            kinds=("names", text),
            direction=text,
            operation=text,
            path=text,
            message=f"{' '.join([text, text]).strip()} {text}" if number % 2 else text,
            hint=text,
            old={text: [None, float("nan")]},
            new=text,
            old_at=Location(text, line=3),
            new_at=Location(text),
            operations=tuple(f"{text} {each}" for each in range(8)),
            python=(text, f"{text} {text}"),
            before=text,
            after=text,
        )
        for number, level in enumerate(("major", "major", "minor", "patch", "major"))
    ]
    excerpt = Excerpt(text, 2, 3, ("above", text, "below"))
    return Review(
        name=text,
        old=text,
        new=text,
        changes=Changes(tuple(found), (Note("patch", text),)),
        accepted=_entries({found[4].id: text}, datetime.date(2026, 12, 31)),
        expired=_entries({found[0].id: text}, datetime.date(2026, 1, 31)),
        excerpts={each.id: (excerpt, excerpt) for each in found},
        versions=Versions(text, text, text),
        faults=(Problem("E302", text, Location(text, line=3), Severity.DEGRADED, text),),
        near={found[0].id: Location(text, line=3)},
    )
