"""Review: the changes of one spec with everything a report shows: places, excerpts, acceptances, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..report import Location, Problem
from .accepted import Acceptance
from .changes import LEVELS, Changes, Finding, worst


@dataclass(frozen=True, slots=True)
class Versions:
    """The package version on the old side, on the new side, and the one that the findings ask for ("" if unknown)."""

    old: str
    new: str
    asked: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a source. start: the number of the first, from 1; mark: of the one that is meant."""

    file: str
    start: int
    mark: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """name: of the provider or document. old, new: the sides as the user named them.

    accepted: finding id -> entry that holds today. expired: the same, for entries past their day. excerpts: finding id
    -> its place on the old and on the new side. versions: none for a document that is no provider. faults: what
    the front end mended, gave up or left out on the new side alone. near: finding id -> the line that held what
    is gone.
    """

    name: str
    old: str
    new: str
    changes: Changes
    accepted: Mapping[str, Acceptance]
    expired: Mapping[str, Acceptance]
    excerpts: Mapping[str, tuple[Excerpt | None, Excerpt | None]]
    versions: Versions | None
    faults: tuple[Problem, ...] = ()
    near: Mapping[str, Location] = field(default_factory=dict[str, Location])

    def open(self, level: str) -> tuple[Finding, ...]:
        """Return the findings of a level that nobody has accepted."""
        return tuple(each for each in self.changes.findings if each.level == level and each.id not in self.accepted)

    @property
    def level(self) -> str:
        """The gravest level of what is not accepted, notes included."""
        found = [level for level in LEVELS[1:] if self.open(level)]
        return worst([*found, *(each.level for each in self.changes.notes)])
