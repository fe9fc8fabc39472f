"""Every page of the documentation is in the navigation, its links lead somewhere, and it is of a sensible length."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from .made import FOLDER, made
from .markdown import BESIDE, DOCS, PAGES, ROOT, anchors, links, prose

LONGEST = 450
"""Lines of a page."""
README = 125
"""Lines of the README: two screens."""


def entries(nav: Any) -> Iterator[str]:
    """Yield the pages of the navigation, in its order."""
    for each in nav:
        for value in each.values():
            yield from [value] if isinstance(value, str) else entries(value)


def test_the_navigation_has_every_page_once() -> None:
    nav = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    assert sorted(entries(nav)) == sorted(each.relative_to(DOCS).as_posix() for each in PAGES)


@pytest.mark.parametrize("path", [*PAGES, *BESIDE], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    lost: list[str] = []
    for link in links(path):
        file, _, anchor = link.partition("#")
        if "://" in link:
            continue
        target = (path.parent / file).resolve() if file else path
        outside = path.is_relative_to(DOCS) and not target.is_relative_to(DOCS)
        if outside or not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == [], "a page of the site links within docs/ alone, and what is linked is there"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_of_a_sensible_length(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert [number for number, line in enumerate(prose(path).splitlines()) if line.startswith("# ")] == [0]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_column_has_a_heading(path: Path) -> None:
    """A heading without text is one that a screen reader cannot read."""
    lines = prose(path).splitlines()
    heads = [above for above, line in pairwise(lines) if line.startswith("|---")]
    assert [each for each in heads if re.search(r"\|\s*\|", each)] == []


def test_the_readme_is_two_screens() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= README


def test_what_is_made_from_the_program_is_current() -> None:
    stale = [name for name, text in made().items() if (FOLDER / name).read_text(encoding="utf-8") != text]
    assert stale == [], "make docs writes them"
