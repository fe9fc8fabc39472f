"""Tables: HTML and Markdown tables as rows of cells, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from .segments import Segment


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and where its first word stands."""

    text: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """heading: of the section that holds it. head: the titles of the columns."""

    heading: str
    head: list[Cell]
    rows: list[list[Cell]]


def table(segment: Segment) -> Table:
    """Read a table of a page; the first row is the head where none is marked."""
    rows = _html(segment) if segment.kind == "html" else _markdown(segment)
    return Table(segment.heading, rows[0] if rows else [], rows[1:])


def _markdown(segment: Segment) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for number, line in enumerate(segment.text.split("\n")):
        if number == 1:
            continue
        body = line.strip()
        body = body[1:] if body.startswith("|") else body
        body = body[:-1] if body.endswith("|") and not body.endswith("\\|") else body
        offset = line.index(body) if body else 0
        cells: list[Cell] = []
        for match in re.finditer(r"((?:\\\||[^|])*)(?:\||$)", body):
            if match.start() < len(body) or not cells:
                text = match[1]
                column = offset + match.start() + len(text) - len(text.lstrip()) + 1
                cells.append(Cell(text.strip().replace("\\|", "|"), segment.line + number, column))
        rows.append(cells)
    return rows


def _html(segment: Segment) -> list[list[Cell]]:
    parser = _Rows(segment.line)
    parser.feed(segment.text)
    parser.close()
    return [row for row in parser.rows if row]


class _Rows(HTMLParser):
    """Collects the cells of <tr>; text inside other elements belongs to the cell."""

    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self._line = line
        self._text: list[str] | None = None
        self._place = (0, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._text, self._place = [], (0, 0)
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif tag == "code" and self._text is not None:
            self._text.append("`")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._text is not None:
            line, column = self._place if self._place[0] else self.getpos()
            cell = Cell("".join(self._text).strip(), line + self._line - 1, column + 1)
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(cell)
            self._text = None
        elif tag == "code" and self._text is not None:
            self._text.append("`")

    def handle_data(self, data: str) -> None:
        if self._text is None:
            return
        if not self._place[0] and data.strip():
            line, column = self.getpos()
            before = data[: len(data) - len(data.lstrip())]
            newlines = before.count("\n")
            self._place = (line + newlines, len(before) - before.rfind("\n") - 1 if newlines else column + len(before))
        self._text.append(data)
