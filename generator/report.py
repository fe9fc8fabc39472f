"""Problems found in a document, and how they are shown.

In: codes, messages and places. Out: text in the shape `file:line:column: severity CODE: message`, followed by an
excerpt of the source and, where there is one, a line of help.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How a fault was answered; `strict` turns repairs and degradations into errors.

    What is left out is no fault: a choice of ours that a legal document loses something by. Nor is what was found in a
    document that does not say it, and what was not found for certain.
    """

    REPAIRED = "repaired"
    DEGRADED = "degraded"
    LEFT_OUT = "left out"
    FOUND = "found"
    UNSURE = "unsure"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Location:
    """A value in a source file: the file as the user named it, and an RFC 6901 pointer.

    `line` and `column` (both from 1) are set only where a parser has told them; otherwise they are computed from the
    pointer when the problem is printed.
    """

    file: str
    pointer: str = ""
    line: int = 0
    column: int = 0
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a stable code, a place, one sentence, and what to do about it."""

    code: str
    message: str
    at: Location
    severity: Severity = Severity.ERROR
    help: str = ""
    note: str = ""


class Texts(MutableMapping[str, str]):
    """File -> its text. Kept as UTF-8: in a str, one letter beyond U+FFFF makes each of the others take four bytes."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def __getitem__(self, file: str) -> str:
        return self._kept[file].decode("utf-8", "surrogatepass")

    def __setitem__(self, file: str, text: str) -> None:
        self._kept[file] = text.encode("utf-8", "surrogatepass")

    def __delitem__(self, file: str) -> None:
        del self._kept[file]

    def __contains__(self, file: object) -> bool:
        return file in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@dataclass(slots=True)
class Report:
    """The problems of one run, in the order in which the stages found them. sources: file -> text, for excerpts.

    notes: lines about what was done, where nothing is wrong.
    """

    strict: bool = False
    sources: MutableMapping[str, str] = field(default_factory=Texts)
    problems: list[Problem] = field(default_factory=list[Problem])
    notes: list[str] = field(default_factory=list[str])

    def add(self, code: str, message: str, at: Location, *, help: str = "", note: str = "") -> None:
        """Add an error: the document cannot be used as it is."""
        self.problems.append(Problem(code, message, at, Severity.ERROR, help, note))

    def repaired(self, code: str, message: str, at: Location, *, help: str = "", note: str = "") -> None:
        """Add a fault that leaves one sensible reading, which was taken."""
        severity = Severity.ERROR if self.strict else Severity.REPAIRED
        self.problems.append(Problem(code, message, at, severity, help, note))

    def degraded(self, code: str, message: str, at: Location, *, help: str = "", note: str = "") -> None:
        """Add a fault that costs the precision of one type; the operation stays."""
        severity = Severity.ERROR if self.strict else Severity.DEGRADED
        self.problems.append(Problem(code, message, at, severity, help, note))

    def left_out(self, code: str, message: str, at: Location, *, help: str = "", note: str = "") -> None:
        """Add a choice that leaves something of the document out; never an error."""
        self.problems.append(Problem(code, message, at, Severity.LEFT_OUT, help, note))

    def found(self, code: str, message: str, at: Location, *, help: str = "") -> None:
        """Add what a document does not say, and the package does all the same; never an error."""
        self.problems.append(Problem(code, message, at, Severity.FOUND, help))

    def unsure(self, code: str, message: str, at: Location, *, help: str = "") -> None:
        """Add what a document may mean, and the package does not do, as it is not certain; never an error."""
        self.problems.append(Problem(code, message, at, Severity.UNSURE, help))

    def count(self, *severities: Severity) -> int:
        """Return how many problems have one of the severities."""
        return sum(1 for problem in self.problems if problem.severity in severities)

    @property
    def errors(self) -> Iterator[Problem]:
        return (problem for problem in self.problems if problem.severity is Severity.ERROR)

    def stop_on_error(self) -> None:
        """Raise SpecError when a stage has found an error."""
        if any(self.errors):
            raise SpecError(self)


class SpecError(Exception):
    """The document is refused; the report says why."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.count(Severity.ERROR)} errors")
        self.report = report


class SideRefused(Exception):
    """One side of a comparison cannot be used. report: its faults, where it was read; the text: which side, and why."""

    def __init__(self, message: str, report: Report | None = None) -> None:
        super().__init__(message)
        self.report = report


def nearest(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """Return the known word that another one is a slip of the pen for, "" where there is none.

    least: how alike the two must be, from 0 to 1; more where a wrong guess would be taken for a fault.

    >>> nearest("requried", ["required"]), nearest("nmae", ["same", "name"]), nearest("kind", ["name"])
    ('required', 'name', '')
    """
    words = list(known)
    swapped = [each for each in words if sorted(each) == sorted(word)]
    return next(iter(swapped or difflib.get_close_matches(word, words, 1, least)), "")
