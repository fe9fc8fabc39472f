"""Sources: what SOURCES.md says of the differences between page and spec, and the hashes of the pages.

Two tables explain, each under a heading of its own choice:

    | in the spec | why |
    |---|---|
    | `header Api-Version` | a public page asks for it |
    | `200 status`, `200 items[].status` enum `closed` | the page prints three values only |

    | on the page | why |
    |---|---|
    | `200` closed | the two branches forbid each other's fields |

A cell holds subjects in backticks, as the findings name them or by schema (`Pet.name`), and, for a statement about
them, its kind and the values, in backticks. Without a kind it explains a thing that a page lacks, with all below it.
Without values it explains every value of that kind. A subject or value that explains nothing is a fault, so that the
tables never grow stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .compare import UNDOCUMENTED, Line
from .facts import EXISTS, Place
from .hints import plain

_HEAD = re.compile(r"\|\s*(in the spec|on the page)\s*\|\s*why\s*\|?\s*$", re.I)
_CELL = re.compile(
    r"(?P<subjects>`[^`]+`(?:, `[^`]+`)*)(?: (?P<kind>[A-Za-z-]+)(?: (?P<values>`[^`]+`(?:, `[^`]+`)*))?)?$"
)
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(slots=True)
class Entry:
    """One row. unused: the subjects and values that have explained nothing so far."""

    in_spec: bool
    subjects: tuple[str, ...]
    kind: str
    values: tuple[str, ...]
    at: Place
    unused: set[str] = field(default_factory=set[str])


@dataclass(frozen=True, slots=True)
class Sources:
    """faults: rows that cannot be read. hashes: of the pages."""

    entries: list[Entry]
    faults: list[tuple[Place, str]]
    hashes: frozenset[str]

    def explain(self, lines: list[Line]) -> None:
        """Give each line the rows that explain it."""
        for line in lines:
            values = line.values or ("",)
            found = [self._entry(line, value) for value in values]
            if all(found):
                line.why = tuple(dict.fromkeys(each.at for each in found if each))
                for each, value in zip(found, values, strict=True):
                    if each:
                        each.unused -= {line.subject.text, value, *line.aliases}

    def stale(self) -> Iterator[tuple[Place, str]]:
        """Yield what explains nothing."""
        yield from self.faults
        for entry in self.entries:
            for each in (*entry.subjects, *entry.values):
                if each in entry.unused:
                    yield entry.at, f"`{each}` explains nothing"

    def _entry(self, line: Line, value: str) -> Entry | None:
        for entry in self.entries:
            same_side = entry.in_spec == (line.section == UNDOCUMENTED)
            fits = same_side and {line.subject.text, *line.aliases} & set(entry.subjects)
            if fits and entry.kind == line.kind and (not entry.values or value in entry.values):
                return entry
        return None


def read_sources(text: str, file: str) -> Sources:
    """Read the tables and hashes of SOURCES.md."""
    entries: list[Entry] = []
    faults: list[tuple[Place, str]] = []
    side = ""
    for number, line in enumerate(text.split("\n"), 1):
        head = _HEAD.match(line.strip())
        if head:
            side = head[1].lower()
        elif not line.lstrip().startswith("|"):
            side = ""
        elif side and not re.match(r"\|\s*:?-", line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            match = _CELL.match(cells[0])
            at = Place(file, number)
            if match is None or len(cells) != 2 or not plain(cells[-1]):
                faults.append((at, "this row is not `subject`, `subject` kind `value` and a reason"))
                continue
            subjects, values = _ticked(match["subjects"]), _ticked(match["values"] or "")
            entry = Entry(side == "in the spec", subjects, match["kind"] or EXISTS, values, at)
            entry.unused = {*subjects, *values}
            entries.append(entry)
    return Sources(entries, faults, frozenset(_HASH.findall(text)))


def _ticked(text: str) -> tuple[str, ...]:
    return tuple(re.findall("`([^`]+)`", text))
