"""Pages: a saved file -> clean text. What is no page is refused; damage to its letters is mended and reported."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import ftfy

from ...openapi.read.load import MAX_BYTES
from ...report import Location, Report
from . import unread

_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
SUFFIXES = (".har", ".json", ".md", ".mdx", ".txt", ".yaml", ".yml")
"""What the names of pages in a folder end in."""


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page. file: what messages call it; sha256: of the bytes as they were saved."""

    file: str
    path: Path
    text: str
    sha256: str


def expand(paths: list[Path]) -> list[Path]:
    """Replace each folder by the pages and documents below it, sorted; a file stays, whatever its name. Each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = (
            sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        )
        found.update(dict.fromkeys(each for each in inside if not each.is_dir()))
    return list(found)


def read_page(
    path: Path, report: Report, foreign: Callable[[str, str], object] = lambda file, text: None
) -> Page | None:
    """Read one page; None when it is refused, which the report then says.

    foreign: says whether a plug-in reads it, so that it may be HTML.
    """
    file = path.as_posix()
    at = Location(file, line=1, column=1)
    if path.stat().st_size > MAX_BYTES:
        report.add("E101", f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", at)
        return None
    raw = path.read_bytes()
    text = _decode(raw, at, report)
    if text is None:
        return None
    report.sources[file] = text
    if _HTML.match(text) and not foreign(file, text):
        what, help = unread.of_html(text)
        report.add("E162", f"the page is HTML: {what}", at, help=help)
        return None
    return Page(file, path, _mended(text, file, report), hashlib.sha256(raw).hexdigest())


def _decode(raw: bytes, at: Location, report: Report) -> str | None:
    """Return the text of a page, with one kind of line end; None when the bytes are no text."""
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        report.add("E160", "the page is empty", at, help="save it again")
    elif raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report.add("E102", "the file is not UTF-8: it begins as UTF-16 does", at, help="save it in UTF-8")
    elif raw.startswith(unread.MAGIC) or b"\0" in raw:
        what, help = unread.of_bytes(raw)
        report.add("E161", f"the page is {what}", at, help=help)
    else:
        try:
            return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
            place = Location(at.file, line=line, column=column)
            report.add("E102", f"the file is not UTF-8: byte {raw[error.start]:#04x}", place, help="save it in UTF-8")
    return None


def _mended(text: str, file: str, report: Report) -> str:
    """Undo UTF-8 that was read as another encoding, line by line, so that no line moves."""
    if text.isascii():
        return text
    lines = text.split("\n")
    first = 0
    count = 0
    for number, line in enumerate(lines):
        fixed = line if line.isascii() else ftfy.fix_encoding(line)
        if fixed != line and "\n" not in fixed:
            lines[number] = fixed
            first = first or number + 1
            count += 1
    if count:
        lines_word = "1 line" if count == 1 else f"{count} lines"
        message = f"UTF-8 was read as another encoding in {lines_word}, from here on; mended"
        report.repaired("E163", message, Location(file, line=first, column=1))
    return "\n".join(lines)
