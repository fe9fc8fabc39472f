"""Fragment: what one page says, as an OpenAPI document of its own, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...data import Json, as_map, is_map
from ...openapi.read.document import Draft
from ...openapi.read.load import position, positions
from ...openapi.schema.walk import METHODS
from ...report import Location, Report
from .pages import Page


@dataclass(frozen=True, slots=True)
class Fragment:
    """format: how the page was written. expanded: components that it only repeats in full, perhaps not exactly.

    recorded: of a recording, its data; it is read together with all others.
    """

    page: Page
    format: str
    draft: Draft
    expanded: frozenset[str] = frozenset()
    recorded: Mapping[str, Json] = field(default_factory=dict[str, Json])

    @property
    def operations(self) -> list[tuple[str, str]]:
        return [(path, method) for path, method, _ in operations(self.draft.data)]


def operations(data: Json) -> Iterator[tuple[str, str, dict[str, Json]]]:
    """Yield path, method and operation, in document order."""
    for path, item in as_map(as_map(data).get("paths")).items():
        for method in METHODS:
            if is_map(operation := as_map(item).get(method)):
                yield path, method, operation


def version_of(address: str) -> str:
    """Return the version that a path or an address names.

    >>> version_of("https://api.acme.example/v2/pets"), version_of("/pets")
    ('v2', '1')
    """
    match = re.search(r"/(v\d+(?:[.\d]*\d)?)(?=/|$)", address)
    return match[1] if match else "1"


def line_of(at: Location, report: Report) -> str:
    """Return a place as `file:line`, to name a second source inside a message."""
    return place_of(at, report).rpartition(":")[0]


def place_of(at: Location, report: Report) -> str:
    """Return a place as `file:line:column`."""
    text = report.sources.get(at.file, "")
    line, column = position({} if at.line else positions(text, [at.pointer]), at)
    return f"{at.file}:{line}:{column}"
