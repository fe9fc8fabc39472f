"""The pages of the repository: their headings, links and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
BESIDE = sorted(ROOT.glob("*.md"))
"""README.md and what else stands beside it."""
_FENCE = re.compile(r"^(```+)([^\n`]*)\n(.*?)^\1$", re.M | re.S)
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")


class Code(NamedTuple):
    page: str
    language: str
    text: str


def codes(path: Path) -> Iterator[Code]:
    """Yield the fenced code of a page."""
    for each in _FENCE.finditer(path.read_text(encoding="utf-8")):
        yield Code(path.relative_to(ROOT).as_posix(), each[2].strip(), each[3])


def prose(path: Path) -> str:
    """Return a page without its fenced code."""
    return _FENCE.sub("", path.read_text(encoding="utf-8"))


def links(path: Path) -> list[str]:
    """Return where the links of a page lead; code is none."""
    return _LINK.findall(re.sub(r"`[^`]*`", "", prose(path)))


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings that both the site and a repository's host make."""
    headings = [_text(each) for each in re.findall(r"^#+ (.*)$", prose(path), re.M)]
    return {_of_the_site(each) for each in headings} & {_of_a_host(each) for each in headings}


def _text(heading: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")


def _of_the_site(heading: str) -> str:
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def _of_a_host(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
