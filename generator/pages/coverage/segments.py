"""Segments: a page cut into front matter, fenced blocks, tables and single lines, each with its place and heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*(?:`[^`]+`[^`]*)*)$")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)#*\s*$")
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")

Fail = Callable[[str, str, int], None]
"""Takes a code, a message and a line; does not return."""


@dataclass(frozen=True, slots=True)
class Segment:
    """kind: front, fence, html (a table), table (in Markdown) or line. line: of its first line, from 1."""

    kind: str
    text: str
    line: int
    heading: str = ""
    info: str = ""


def segments(text: str, fail: Fail) -> list[Segment]:
    """Cut a page. A block or table without an end is a fault: something may be missing."""
    return list(_segments(text.split("\n"), fail))


def _segments(lines: list[str], fail: Fail) -> Iterator[Segment]:
    heading, start = "", 0
    if lines[0].strip() == "---" and "---" in (each.strip() for each in lines[1:]):
        end = next(index for index in range(1, len(lines)) if lines[index].strip() == "---")
        yield Segment("front", "\n".join(lines[1:end]), 2)
        start = end + 1
    while start < len(lines):
        line = lines[start]
        if (fence := _FENCE.match(line)) and not _one_line(line, fence[1]):
            end = _closing(lines, start, fence[1], fail)
            yield Segment("fence", "\n".join(lines[start + 1 : end]), start + 2, heading, fence[2].strip())
            start = end + 1
        elif re.match(r"\s*<table\b", line, re.I):
            end = _table_end(lines, start, fail)
            yield Segment("html", "\n".join(lines[start : end + 1]), start + 1, heading)
            start = end + 1
        elif "|" in line and start + 1 < len(lines) and _SEPARATOR.match(lines[start + 1]):
            end = start + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield Segment("table", "\n".join(lines[start:end]), start + 1, heading)
            start = end
        else:
            if found := _HEADING.match(line):
                heading = found[1]
            yield Segment("line", line, start + 1, heading)
            start += 1


def _one_line(line: str, fence: str) -> bool:
    return fence in line.strip()[len(fence) :]


def _closing(lines: list[str], start: int, fence: str, fail: Fail) -> int:
    """Return the index of the line that closes a fence: the same mark, at least as long, alone."""
    for index in range(start + 1, len(lines)):
        mark = lines[index].strip()
        if len(mark) >= len(fence) and set(mark) == {fence[0]}:
            return index
    fail("C104", f"the block that begins here with {fence} has no end: the page is cut off", start + 1)
    return len(lines)


def _table_end(lines: list[str], start: int, fail: Fail) -> int:
    for index in range(start, len(lines)):
        if re.search(r"</table\s*>", lines[index], re.I):
            return index
    fail("C104", "the table that begins here has no end: the page is cut off", start + 1)
    return len(lines)
