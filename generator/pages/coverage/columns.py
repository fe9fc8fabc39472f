"""Columns: a table of parameters, fields or statuses -> facts.

The titles of the columns say which is the name, the type and so on; the heading above says what the table is about.
Leading dashes, or dots in the name, say how deep a field is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import EXISTS, ITEM, Fact, Place, Subject, read, spelled
from .hints import hints, plain
from .tables import Cell, Table

_TITLES = (
    ("status", r"(?:error|status|http|response)? ?(?:status|code)s?$"),
    ("name", r"(?:parameter|field|name|attribute|property|key|argument|header)s?\b"),
    ("type", r"(?:data ?)?type\b"),
    ("required", r"(?:required|mandatory)\b"),
    ("default", r"default\b"),
    ("place", r"(?:in|location)$"),
    ("values", r"(?:enum|(?:allowed |possible |supported )?values)\b"),
    ("text", r"(?:description|details|meaning|notes?)\b"),
)
_PARTS = (
    ("query", "query"), ("path", "path"), ("header", "header"), ("cookie", "cookie"), ("body", "body"),
    ("request", "body"), ("response", "response"), ("returns", "response"),
)  # fmt: skip
_TYPES = {
    "string": ("string", ""), "text": ("string", ""), "uuid": ("string", "uuid"), "enum": ("string", ""),
    "integer": ("integer", ""), "int": ("integer", ""), "int32": ("integer", "int32"), "long": ("integer", "int64"),
    "int64": ("integer", "int64"), "number": ("number", ""), "float": ("number", "float"),
    "double": ("number", "double"), "decimal": ("number", ""), "boolean": ("boolean", ""), "bool": ("boolean", ""),
    "date": ("string", "date"), "datetime": ("string", "date-time"), "date-time": ("string", "date-time"),
    "timestamp": ("string", "date-time"), "object": ("object", ""), "array": ("array", ""), "list": ("array", ""),
}  # fmt: skip
_TYPE = re.compile(r"(?P<type>[\w-]+)(?:(?:\s+of\s+|<)(?P<item>[\w-]+?)s?>?)?(?P<rest>\s.*)?$", re.S)


def table_facts(table: Table, operation: str, file: str) -> Iterator[Fact]:
    """Yield the facts of a table; one whose columns name neither a field nor a status has none."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(table.head):
        columns.setdefault(_title(cell.text), index)
    if "name" not in columns and "status" not in columns:
        return
    above: list[str] = []
    for row in table.rows:
        cells = {title: row[index] for title, index in columns.items() if title and index < len(row)}
        if "name" not in cells:
            yield from _status(cells, operation, file)
        elif plain(cells["name"].text).strip("-. "):
            yield from _row(cells, _part(table.heading, cells), above, operation, file)


def _title(text: str) -> str:
    words = " ".join(plain(text).lower().split())
    return next((title for title, pattern in _TITLES if re.match(pattern, words)), "")


def _part(heading: str, cells: dict[str, Cell]) -> str:
    place = plain(cells["place"].text).lower() if "place" in cells else ""
    words = place or plain(heading).lower()
    return next((part for word, part in _PARTS if re.search(rf"\b{word}", words)), "")


def _status(cells: dict[str, Cell], operation: str, file: str) -> Iterator[Fact]:
    cell = cells.get("status")
    if cell and re.fullmatch(r"[1-5]\d\d", plain(cell.text).strip("` ")):
        subject = Subject(operation, plain(cell.text).strip("` "))
        yield Fact(subject, EXISTS, "", Place(file, cell.line, cell.column))


def _row(cells: dict[str, Cell], part: str, above: list[str], operation: str, file: str) -> Iterator[Fact]:
    """Yield the facts of one row. above: the names it may lie below; it becomes the last of them."""
    name = plain(cells["name"].text).split()[0].strip("`")
    depth = len(name) - len(name.lstrip("-"))
    required = name.endswith("*") or "*" in plain(cells["name"].text).split()[1:2]
    names = name.strip("-*").split(".")
    above[depth:] = [".".join(names)]
    subject = Subject(operation, part, tuple(each for one in above for each in one.split(".")))
    at = _place(cells["name"], file)
    yield Fact(subject, EXISTS, "", at)
    mark = plain(cells["required"].text).strip().lower() if "required" in cells else ""
    if (required or mark in ("yes", "true", "required", "y")) and part != "path":
        yield Fact(subject, "required", "true", at)
    is_array = False
    for title, cell in cells.items():
        for kind, value in _cell(title, cell.text):
            is_array = is_array or (kind, value) == ("type", "array")
            below = subject.below(ITEM) if is_array and kind in ("enum", "item") else subject
            yield Fact(below, "type" if kind == "item" else kind, value, _place(cell, file))


def _cell(title: str, text: str) -> Iterator[tuple[str, str]]:
    if title == "type":
        yield from types(text)
    elif title == "default" and plain(text).strip("` -"):
        yield "default", spelled(read(plain(text).strip("` ")))
    elif title == "values":
        yield from (("enum", value) for value in re.findall(r"[\w.-]+", plain(text)))
    elif title == "text":
        yield from hints(text)


def types(text: str) -> Iterator[tuple[str, str]]:
    r"""Yield what a type cell says.

    >>> list(types("Array of String"))
    [('type', 'array'), ('item', 'string')]
    >>> list(types("Enum ASC, DESC \\(DESC)"))
    [('type', 'string'), ('enum', 'ASC'), ('enum', 'DESC'), ('default', 'DESC')]
    """
    match = _TYPE.match(plain(text).strip("` "))
    if match is None or match["type"].lower() not in _TYPES:
        return
    name, format = _TYPES[match["type"].lower()]
    yield "type", name
    if format:
        yield "format", format
    if match["item"] and match["item"].lower() in _TYPES:
        yield "item", _TYPES[match["item"].lower()][0]
    rest = match["rest"] or ""
    if match["type"].lower() == "enum":
        values = re.sub(r"\([^)]*\)", "", rest)
        yield from (("enum", value) for value in re.findall(r"[\w.-]+", values))
    if default := re.search(r"\(\s*(?:default:?\s*)?([\w.-]+)\s*\)", rest):
        yield "default", spelled(read(default[1]))


def _place(cell: Cell, file: str) -> Place:
    return Place(file, cell.line, cell.column)
