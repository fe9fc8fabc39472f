"""Page: a file of documentation -> facts and rows, by plain rules, whatever mixture of shapes it is.

In: the path of a page. Out: what it states, each with its line. A page that is empty, binary, cut off, a login page, or
that states nothing is an error with its place. Nothing of the importers is used: this is the second reading.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from ...openapi.read.document import pointers
from ...openapi.read.load import MAX_BYTES, parse, positions
from ...report import Location, Report, SpecError
from .columns import table_facts
from .facts import EXISTS, Fact, Place, Subject
from .hints import plain
from .rows import Row, rows
from .segments import Segment, segments
from .structured import document_facts, is_document, sample_facts
from .tables import table

_ENDPOINT = re.compile(
    r"`?(?:(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s*)?`?((?:https?://[^\s/`]+|\{\w+\})?/[^\s`]*)`?$"
)
_LONE_FIELD = re.compile(r'`\s*"([\w.-]+)":\s*"([^"]+)"\s*`')
_OPERATION_ID = re.compile(r"\s*operationId:\s*(\S+)")
UNNAMED = "?"
_DATA = re.compile(r"(?:json|ya?ml|openapi)?\b", re.I)


@dataclass(slots=True)
class Page:
    """operation: "GET /pets" where the page names it in text, "? path" without a method, "?" otherwise."""

    file: str
    text: str
    sha256: str
    operation: str = UNNAMED
    facts: list[Fact] = field(default_factory=list[Fact])
    rows: list[Row] = field(default_factory=list[Row])


def read_page(path: Path, report: Report) -> Page:
    """Read a page; SpecError when it is none."""
    page = Page(path.as_posix(), "", "")
    reader = _Reader(page, report)
    if path.stat().st_size > MAX_BYTES:
        reader.fail("C101", f"the page is larger than {MAX_BYTES // 1024 // 1024} MB", 1)
    raw = path.read_bytes()
    page.sha256 = hashlib.sha256(raw).hexdigest()
    try:
        page.text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        reader.fail("C102", "the page is not text in UTF-8", raw.count(b"\n", 0, error.start) + 1)
    report.sources[page.file] = page.text
    reader.run()
    return page


class _Reader:
    """Reads the segments of one page."""

    def __init__(self, page: Page, report: Report) -> None:
        self._page = page
        self._report = report

    def run(self) -> None:
        text = self._page.text
        if not text.strip():
            self.fail("C101", "the page is empty", 1)
        if (nul := text.find("\0")) >= 0:
            self.fail("C102", "the page is not text: it holds a NUL", text.count("\n", 0, nul) + 1)
        asks = re.search(r"type=[\"']?password", text, re.I)
        if asks and re.match(r"\s*(?:<!doctype html|<html)\b", text, re.I):
            line = text.count("\n", 0, asks.start()) + 1
            self.fail("C103", "the page asks for a password: it is a login page, not documentation", line)
        if text.lstrip()[:1] in "{[" or re.match(r"(?:openapi|swagger):", text):
            self._block(Segment("fence", text, 1))
        else:
            self._segments(segments(text, self.fail))
        if not self._page.facts and not self._page.rows:
            self.fail("C105", "no parameter, field or operation can be read from this page", 1)

    def fail(self, code: str, message: str, line: int) -> NoReturn:
        self._report.add(code, message, Location(self._page.file, line=line, column=1))
        raise SpecError(self._report)

    def _segments(self, found: list[Segment]) -> None:
        page = self._page
        lines = [each for each in found if each.kind == "line"]
        page.operation = next(filter(None, (_endpoint(each) for each in lines)), UNNAMED)
        page.rows = rows(lines)
        for each in found:
            if each.kind == "fence" and _DATA.match(each.info):
                self._block(each)
            elif each.kind in ("html", "table"):
                page.facts.extend(table_facts(table(each), page.operation, page.file))
            elif each.kind == "front":
                page.facts.extend(self._front(each))
        page.facts.extend(fact for each in lines for fact in self._line(each))
        if page.operation != UNNAMED:
            line = next(each.line for each in lines if _endpoint(each))
            page.facts.insert(0, self._fact(Subject(page.operation, "operation"), EXISTS, "", line))
            for name in re.findall(r"/\{(\w+)\}", page.operation):
                page.facts.append(self._fact(Subject(page.operation, "path", (name,)), EXISTS, "", line))

    def _block(self, segment: Segment) -> None:
        """Read data; a block that was meant to be a document and cannot be read is an error, any other is no data."""
        page, padded = self._page, "\n" * (segment.line - 1) + segment.text
        own = Report()
        try:
            data = parse(padded, page.file, own)
        except SpecError:
            if segment.line == 1 or re.search(r"^\W*(?:openapi|swagger|paths)\W", segment.text, re.M):
                self._report.problems.extend(own.problems)
                raise SpecError(self._report) from None
            return
        if not isinstance(data, (dict, list)):
            return
        marks = positions(padded, pointers(data))
        if is_document(data):
            page.facts.extend(document_facts(data, page.file, marks))
        else:
            part = next((part for part in ("response", "body") if part in segment.heading.lower()), "")
            part = "body" if "request" in segment.heading.lower() else part
            page.facts.extend(sample_facts(data, Subject(page.operation, part), page.file, marks))

    def _front(self, segment: Segment) -> Iterator[Fact]:
        for number, line in enumerate(segment.text.split("\n")):
            subject = Subject(self._page.operation, "operation")
            if match := _OPERATION_ID.match(line):
                yield self._fact(subject, "operationId", match[1], segment.line + number)
            if re.match(r"deprecated:\s*true\b", line):
                yield self._fact(subject, "deprecated", "true", segment.line + number)

    def _line(self, segment: Segment) -> Iterator[Fact]:
        """Read what a line says outside of tables and rows: a status, idempotence, a field shown on its own."""
        operation, text = self._page.operation, segment.text.strip()
        if re.fullmatch(r"[1-5]\d\d", text):
            yield self._fact(Subject(operation, text), EXISTS, "", segment.line)
        if re.search(r"\bendpoint is idempotent\b", text, re.I):
            yield self._fact(Subject(operation, "operation"), "x-idempotent", "true", segment.line)
        if match := _LONE_FIELD.search(text):
            subject = Subject(operation, "response", (match[1],))
            yield self._fact(subject, EXISTS, "", segment.line)
            yield self._fact(subject, "type", "string", segment.line)
            yield self._fact(subject, "example", match[2], segment.line)

    def _fact(self, subject: Subject, kind: str, value: str, line: int) -> Fact:
        return Fact(subject, kind, value, Place(self._page.file, line))


def _endpoint(segment: Segment) -> str:
    match = _ENDPOINT.match(plain(segment.text).strip())
    return f"{match[1] or '?'} {match[2]}" if match else ""
