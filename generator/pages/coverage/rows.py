"""Rows: lines in which a name and its type are run together, as "statusstringnullableenumValues:onoff".

In: the lines of a page. Out: rows in page order, flat. How they nest is settled in `nest`, and where one value of an
enum run ends in `compare`: neither can be told from the line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .segments import Segment

_ROW = re.compile(
    r"(?P<name>[a-z_$][\w$.\[\]-]*?)(?P<before>optional |required )?"
    r"(?P<type>array(?: of (?P<item>\w+?))?|string|object|boolean|integer|number)"
    r"(?: \((?P<format>[\w-]+)\))?(?P<flags>(?:Expandable|nullable|optional|required|deprecated)*)"
    r"(?:enumValues:(?P<run>\S+))?$"
)
_FLAG = re.compile("Expandable|nullable|optional|required|deprecated")
_ALWAYS_NULL = re.compile(r"\balways (?:returned as )?null\b", re.I)


@dataclass(slots=True)
class Row:
    """A parameter or field. item: of an array. run: enum values without separators. about: the text below it."""

    name: str
    type: str
    line: int
    item: str = ""
    format: str = ""
    run: str = ""
    run_column: int = 0
    flags: frozenset[str] = frozenset()
    about: list[str] = field(default_factory=list[str])

    @property
    def nests(self) -> bool:
        """Say whether rows below can belong to this one."""
        has_room = self.type == "object" or (self.type == "array" and self.item in ("", "object"))
        return has_room and not any(_ALWAYS_NULL.search(each) for each in self.about)


def rows(lines: Iterable[Segment]) -> list[Row]:
    """Return the rows among the lines of a page, each with the text below it."""
    found: list[Row] = []
    for line in lines:
        text = line.text.strip()
        match = _ROW.match(text)
        if match is None:
            if found and text:
                found[-1].about.append(text)
            continue
        flags = frozenset(_FLAG.findall(match["flags"])) | {(match["before"] or "").strip()} - {""}
        kind = "array" if match["item"] else match["type"]
        column = match.start("run") + 1 if match["run"] else 0
        item, format, run = match["item"] or "", match["format"] or "", match["run"] or ""
        found.append(Row(match["name"], kind, line.line, item, format, run, column, flags))
    return found
