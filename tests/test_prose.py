"""No run of eight words of a provider's prose stands in specs/, generated/ or tests/. Facts are no prose.

A page's prose is its running text: descriptions, paragraphs, cells of tables. A word is a run of letters, digits,
apostrophes and underscores, compared in lower case; marks between words do not count. What is a fact and may stand
anywhere: names, types, formats, enum values, examples, URLs, methods, paths, hashes, and the keys and values of data
that are not descriptions. So from a page of data the texts of `description` and `summary` are prose, and from any other
page the lines that no rule of `generator.pages.coverage` reads as a name, a type or a list of values.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from shared import ABSENT, SEEDS

RUN = 8
ROOT = Path(__file__).parent.parent
PROSE = ("description", "summary")
WORD = re.compile(r"[^\W_][\w'’]*")
FILES = (".yaml", ".toml", ".md", ".json", ".py", ".txt", ".out")


def words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words of a text."""
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def texts(data: Any) -> Iterator[str]:
    """Yield the prose of data."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in PROSE and isinstance(value, str):
                yield value
            elif key == "scopes" and isinstance(value, dict):
                yield from (str(each) for each in value.values())
            else:
                yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def prose(page: str) -> Iterator[str]:
    """Yield the stretches of prose of a page."""
    if page.lstrip().startswith("{"):
        yield from texts(json.loads(page))
        return
    for block in re.findall(r"^````yaml[^\n]*\n(.*?)^````$", page, re.S | re.M):
        yield from texts(yaml.safe_load(block))
    rest = re.sub(r"^````yaml[^\n]*\n(.*?)^````$", "", page, flags=re.S | re.M)
    rest = re.sub(r"<[^>]*>", "\n", re.sub(r"`[^`]*`", " ", rest))
    rest = re.sub(r"Enum [A-Z, ]+", "\n", rest)
    yield from (each for each in re.split(r"\n\s*\n|\n\s*(?=\*|>|#|\|)", rest) if " " in each)


def forbidden() -> dict[tuple[str, ...], str]:
    pages = sorted(SEEDS.glob("00*.txt"))
    if not pages:
        pytest.skip(ABSENT)
    return {run: page.name for page in pages for text in prose(page.read_text("utf-8")) for run in runs(text)}


def copied(text: str, known: dict[tuple[str, ...], str]) -> list[tuple[str, ...]]:
    """Return the runs of prose in the text of a file; quotes, comment marks and line ends do not hide one."""
    return sorted(runs(re.sub(r'[\\"#|]+|\\n', " ", text)) & known.keys())


def test_the_rule_finds_prose() -> None:
    known = forbidden()
    assert len(known) > 1500
    for path in SEEDS.glob("00*.txt"):
        longest = max(prose(path.read_text(encoding="utf-8")), key=len)
        wrapped = "\n".join(f"# {line}" for line in textwrap.wrap(longest, 50))
        assert copied(wrapped, known), f"{path.name} has prose, and a copy in comments is found"


def test_no_prose_of_a_provider_stands_here() -> None:
    known = forbidden()
    found: list[str] = []
    for folder in ("specs", "generated", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in FILES and path.is_file() and "__pycache__" not in path.parts:
                text = path.read_text(encoding="utf-8", errors="replace")
                name = path.relative_to(ROOT).as_posix()
                found.extend(f"{name}: {' '.join(run)} ({known[run]})" for run in copied(text, known))
    assert found == []
