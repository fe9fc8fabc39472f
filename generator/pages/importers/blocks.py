"""Blocks: the text of a page -> the stretch of it that describes an API, at its place.

A page is the description itself, or Markdown with it in a fenced block, or prose with a JSON object in it. A stretch is
taken for a description by its keys, never by where the page came from.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...report import Location, Report
from .pages import Page

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*(.*)")
_YAML = re.compile(r"^(?:(?:openapi|swagger)[ \t]*:[ \t]*['\"]?\d|paths[ \t]*:)", re.M)
_JSON = re.compile(r'"(openapi|swagger)"\s*:\s*"?\d')
_KEY = re.compile(r"['\"]?[\w$-]+['\"]?[ \t]*:(\s|$)")
_KEYS = tuple(
    tuple(re.compile(rf'"{key}"\s*:') for key in keys)
    for keys in (("method", "path", "responses"), ("info", "item"), ("log", "entries"))
)
"""Keys of one operation, of a Postman collection and of a recording."""
_ENTITY = re.compile(r"&(lt|gt|amp|quot|apos|#39|#x27|#34);")
_ESCAPED_YAML = re.compile(r"^\s*(- )?[\w$'\"./{}-]*: *(&(quot|#39|#x27|apos);|&gt;[-+]?$)|enum&lt;", re.M)
_ESCAPED_KEY = re.compile(
    r"^\s*(?:- )?[^\s'\"#:\\][^\s:]*(?:\\[{}\[\]_<>*~-][^\s:]*:(?:\s|$)|: +(?:\\[\[{]|enum\\<))", re.M
)
_BACKSLASH = re.compile(r"\\([{}\[\]_<>*~|#`.()!-])")
_JSON_ESCAPE = re.compile(r'(\\["\\/bfnrtu])|\\(.)', re.S)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page. info: what stands behind its fence; line: its first, from 1; mended: it was escaped."""

    text: str
    line: int = 1
    info: str = ""
    fence: int = 0
    closed: bool = True
    mended: bool = False

    @property
    def is_json(self) -> bool:
        return self.text.lstrip()[:1] == "{"

    @property
    def padded(self) -> str:
        """The text behind as many empty lines as stand before it on the page, so that places are those of the page."""
        return "\n" * (self.line - 1) + self.text


def find(page: Page, report: Report) -> Block | None:
    """Return the description on a page; None when there is none, or when the report says what is wrong with it."""
    found = list(_candidates(page.text))
    if not found and (plain := bare(page.text)) != page.text and (found := list(_candidates(plain))):
        _say_unescaped(page, found[0], report)
        found = [replace(block, mended=True) for block in found]
    named = [block for block in found if named_operation(block)]
    found = named or found
    open_ones = [block for block in found if not block.closed]
    if open_ones:
        help = "the page was cut off when it was saved; save it again"
        place = Location(page.file, line=open_ones[0].fence, column=1)
        report.add("E164", "the block that begins here is never closed", place, help=help)
        return None
    if len(found) > 1:
        lines = ", ".join(str(block.line) for block in found[1:])
        place = Location(page.file, line=found[0].line, column=1)
        help = "save each operation as a page of its own"
        report.add(
            "E165", f"the page holds {len(found)} descriptions of an API: here, and in line {lines}", place, help=help
        )
        return None
    return _unescaped(page, found[0], report) if found else None


def named_operation(block: Block) -> tuple[str, str] | None:
    """Return method and path that stand behind a fence, as in `yaml openapi.json get /pets/{id}`."""
    match = re.search(r"(?:^|\s)(get|put|post|delete|options|head|patch|trace)\s+(/\S*)\s*$", _plain(block.info), re.I)
    return (match[1].lower(), match[2]) if match else None


def fences(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a Markdown text; a fence closes with at least as many marks, so that others nest."""
    marks, info, start, indent = "", "", 0, 0
    inside: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        match = _FENCE.fullmatch(line)
        if not marks:
            if match and not (match[1][0] == "`" and "`" in match[2]):
                marks, info, start, inside = match[1], match[2].strip(), number, []
                indent = len(line) - len(line.lstrip(" "))
        elif match and match[1][0] == marks[0] and len(match[1]) >= len(marks) and not match[2].strip():
            yield Block("\n".join(inside), start + 1, info, start)
            marks = ""
        else:
            inside.append(line[indent:] if not line[:indent].strip(" ") else line)
    if marks:
        yield Block("\n".join(inside), start + 1, info, start, closed=False)


def _candidates(text: str) -> Iterator[Block]:
    """Yield the stretches of a page that look like the description of an API."""
    whole = Block(text)
    if whole.is_json and _describes(whole):
        yield whole
        return
    if found := [block for block in fences(text) if _describes(block)]:
        yield from found
        return
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith(("#", "---", "%"))), "")
    if _KEY.match(first) and _describes(whole):
        yield whole
    elif start := re.search(r"^\{", text, re.M):
        block = Block(_object_at(text, start.start()), text.count("\n", 0, start.start()) + 1)
        if _describes(block):
            yield block


def _describes(block: Block) -> bool:
    if block.is_json:
        return bool(_JSON.search(block.text)) or any(all(each.search(block.text) for each in keys) for keys in _KEYS)
    return bool(_YAML.search(block.text)) and not block.text.lstrip().startswith("<")


def _object_at(text: str, start: int) -> str:
    """Return the JSON object that begins at a place; all that follows, when it does not end."""
    try:
        return text[start : json.JSONDecoder().raw_decode(text, start)[1]]
    except (ValueError, RecursionError):
        return text[start:]


def _unescaped(page: Page, block: Block, report: Report) -> Block:
    """Undo HTML entities and Markdown's backslashes where they stand in keys and quotes, which no author wrote."""
    text = block.text
    if _ENTITY.search(text) and (_ESCAPED_YAML.search(text) or (block.is_json and '"' not in text)):
        text = html.unescape(text)
    if block.is_json:
        text = _without_json_escapes(text)
    elif _ESCAPED_KEY.search(text):
        text = _BACKSLASH.sub(r"\1", text)
    if text == block.text:
        return block
    if not block.mended:
        _say_unescaped(page, block, report)
    return replace(block, text=text, mended=True)


def _without_json_escapes(text: str) -> str:
    """Remove the backslashes that JSON does not know, if there are any."""
    return _JSON_ESCAPE.sub(lambda match: match[1] or match[2], text)


def bare(text: str) -> str:
    """Return a page without the entities and backslashes that a converter put before every special character."""
    text = html.unescape(text) if _ENTITY.search(text) else text
    return _BACKSLASH.sub(r"\1", text) if "\\`" in text or "\\{" in text else text


def _plain(text: str) -> str:
    return _BACKSLASH.sub(r"\1", html.unescape(text))


def _say_unescaped(page: Page, block: Block, report: Report) -> None:
    place = Location(page.file, line=block.line, column=1)
    report.repaired("E166", "the description was escaped for HTML or Markdown; the escapes were undone", place)
