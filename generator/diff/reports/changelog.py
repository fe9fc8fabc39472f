"""Changelog: a review -> the section of CHANGELOG.md for the people who import the package (Keep a Changelog 1.1.0)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from ...openapi.read.versions import is_later
from ..changes import Finding
from ..groups import grouped
from ..review import Review
from .markdown import code, plain
from .words import sentence

HEAD = """\
# Changelog

What changed for the people who import this package, newest version first. The format is
[Keep a Changelog](https://keepachangelog.com/en/1.1.0/), versions follow [Semantic Versioning](https://semver.org/).
"""

_PARTS = ("Added", "Changed", "Deprecated", "Removed")
_SECTION = re.compile(r"^## \[([^\]]*)\] - (\S+)$", re.M)


def changelog(reviews: Sequence[Review], day: datetime.date) -> str:
    """Return a section for each review, under the version that its changes ask for."""
    return "\n".join(section(each, wanted(each) or "Unreleased", day) for each in reviews)


def wanted(review: Review) -> str:
    """Return the version that is released: the one asked for, or a later one that was set; "" where none is known."""
    if review.versions is None:
        return ""
    asked, new = review.versions.asked, review.versions.new
    return new if asked and is_later(new, asked) else asked


def section(review: Review, version: str, day: datetime.date) -> str:
    """Return the section of one version; what callers do not notice is left out."""
    lines = [f"## [{version}] - {day.isoformat()}"]
    told = [each for each in review.changes.findings if each.level != "patch"]
    for part in _PARTS:
        items = list(_items([each for each in told if _part(each) == part]))
        lines += ["", f"### {part}", "", *items] if items else []
    if not told:
        lines += ["", "### Changed", "", "- Nothing that code would notice."]
    return "\n".join(lines) + "\n"


def _part(finding: Finding) -> str:
    if finding.rule.endswith("-deprecated") or finding.rule == "sunset-nearer":
        return "Deprecated"
    if finding.rule.endswith("-removed"):
        return "Removed"
    added = finding.rule.endswith(("-added", "-appeared")) and finding.level == "minor"
    return "Added" if added else "Changed"


def _items(findings: Sequence[Finding]) -> Iterator[str]:
    for group in grouped(findings):
        first = group.findings[0]
        subject, words = sentence(first) if len(group.findings) == 1 else ("", group.message)
        named = f"{code(first.python[0])}: " if first.python and len(group.findings) == 1 else ""
        said = f"{code(subject)} {plain(words)}" if subject else plain(words)
        breaking = "**Breaking:** " if first.level == "major" else ""
        yield f"- {breaking}{named}{said}{f'; {plain(first.hint)}' if first.hint else ''}"


def inserted(text: str, added: str, released: str) -> str:
    """Return a changelog with a section in its place; those of versions after `released` were drafts, and go.

    text: of the file as it is, "" where there is none. The day of a section that is there already stays.
    """
    head, *parts = re.split(r"^(?=## \[)", text or HEAD, flags=re.M)
    kept: list[str] = []
    for part in parts:
        match = _SECTION.match(part)
        if match and added.startswith(f"## [{match[1]}] "):
            added = added.replace(added.partition("\n")[0], match[0], 1)
        elif not match or not is_later(match[1], released):
            kept.append(part.rstrip() + "\n")
    return "\n".join([head.rstrip() + "\n", added, *kept])
