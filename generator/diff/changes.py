"""Changes: what the diff finds, before anybody prints it."""

from __future__ import annotations

from dataclasses import dataclass

from ..data import Json
from ..report import Location

LEVELS = ("none", "patch", "minor", "major")
"""From what nobody notices to what breaks callers; each asks for a new version of the package of that size."""

KINDS = ("names", "types", "wire")
"""names: imports, methods, arguments, attributes. types: a type checker objects. wire: what an installed package sends
or reads is not understood any more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One change, judged.

    id: `rule: operation path`, the same as long as the change is there. operation: `GET /customers`, where the change
    stands in one, else "". path: what changed, in the operation or, below a class, in words like `Customer/email/[]`.
    direction: sent, received, both, or "" where it is neither. operations: all those that reach it. python: what a
    caller wrote. old_at, new_at: none where that side does not have it. before, after: lines of a caller's code.
    details: what differs inside where one type stands in the place of another, the gravest first.
    """

    id: str
    rule: str
    level: str
    kinds: tuple[str, ...]
    direction: str
    operation: str
    path: str
    message: str
    hint: str
    old: Json
    new: Json
    old_at: Location | None
    new_at: Location | None
    operations: tuple[str, ...]
    python: tuple[str, ...]
    before: str
    after: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What changed and reaches no caller: one line for all changes of a kind. level: patch or none."""

    level: str
    message: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything found between two specs, the gravest first."""

    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]

    @property
    def level(self) -> str:
        return worst([*(each.level for each in self.findings), *(each.level for each in self.notes)])


def worst(levels: list[str]) -> str:
    """Return the gravest of some levels.

    >>> worst(["patch", "major", "minor"]), worst([])
    ('major', 'none')
    """
    return max(levels, key=LEVELS.index, default="none")
