"""Takes secrets out of what a server or a library says, however they are spelled there.

Percent-encoding, the escapes of JSON and of HTML, and NULs of UTF-16 are undone layer by layer, so that one inside
another is seen through; every layer is searched, and what is found is replaced in the text as it came. What is not
searched for: secrets of fewer than 4 characters, which would be found anywhere.
"""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from .secret import SHOWN, Hidden

_LAYERS = 8
"""How often what is escaped may be escaped again; JSON writes of each layer twice as many backslashes."""
_LEAST = 4
"""Characters of the shortest text that is searched for."""
_CUT = 6
"""Characters of a secret that are known as its beginning, at the end of a text that breaks off."""
_IN_BASE64 = 6
_ENDS = re.compile(rb"(?<=/)|(?=[?#&])")
"""Where a URL may be cut: a relative one replaces what follows a slash, and queries and parameters are dropped."""

_ESCAPE = re.compile(
    rb"""%[0-9A-Fa-f]{2}
    | (?:[\\%]u[Dd][89ABab][0-9A-Fa-f]{2}[\\%]u[Dd][C-Fc-f][0-9A-Fa-f]{2})
    | [\\%]u[0-9A-Fa-f]{4}
    | \\x[0-9A-Fa-f]{2}
    | \\["'/\\bfnrt]
    | &(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});
    | \0""",
    re.VERBOSE,
)
_SHORT = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}

Span = tuple[int, int]
Marks = tuple[list[int], list[int], list[int], list[int]]
"""Of escapes that were undone: from and to where what came of each stands, and from and to where it stood."""


class Redaction:
    """Replaces secrets in texts, bytes and URLs."""

    def __init__(self, secrets: Iterable[Hidden]) -> None:
        self._needles = tuple(
            {
                each.replace(b"+", b" "): None
                for secret in secrets
                for form in _forms(secret.reveal())
                for each in (form, *_heads(form))
            }
        )

    def __repr__(self) -> str:
        return f"Redaction({SHOWN})"

    def text(self, text: str) -> str:
        """Return a text without secrets."""
        content = text.encode("utf-8", "surrogatepass")
        cleaned = self.content(content)
        return text if cleaned == content else cleaned.decode("utf-8", "replace")

    def content(self, content: bytes) -> bytes:
        """Return bytes, such as those of a body, without secrets."""
        parts: list[bytes] = []
        at = 0
        for start, end in sorted(self._found(content)):
            if start >= at:
                parts += (content[at:start], SHOWN.encode())
            at = max(at, end)
        return b"".join((*parts, content[at:])) if parts else content

    def _found(self, content: bytes) -> Iterator[Span]:
        """Yield where secrets stand, in whatever layer they were found."""
        if not self._needles:
            return
        layers: list[Marks] = []
        text = content
        for _ in range(_LAYERS):
            for span in self._standing(text.replace(b"+", b" ")):
                yield _origin(span, layers)
            inner, marks = _undone(text)
            if inner == text:
                return
            layers.append(marks)
            text = inner

    def _standing(self, text: bytes) -> Iterator[Span]:
        for needle in self._needles:
            at = text.find(needle)
            while at >= 0:
                yield at, at + len(needle)
                at = text.find(needle, at + len(needle))
            tail = text[1 - len(needle) :]
            at = tail.find(needle[:_CUT])
            while at >= 0:
                if needle.startswith(tail[at:]):
                    yield len(text) - len(tail) + at, len(text)
                at = tail.find(needle[:_CUT], at + 1)


def _forms(secret: str) -> Iterator[bytes]:
    """Yield what a secret may look like in some layer: itself, with its own escapes undone, and in base64."""
    encoded = [secret.encode("utf-8", "surrogatepass")]
    if not secret.isascii():
        encoded.append(encoded[0].decode("latin-1").encode("utf-8"))
        for charset in ("latin-1", "utf-16-le", "utf-16-be"):
            with suppress(UnicodeEncodeError):
                encoded.append(secret.encode(charset))
    for text in encoded:
        for _ in range(_LAYERS):
            if len(text) >= _LEAST:
                yield text
            inner, _marks = _undone(text)
            if inner == text:
                break
            text = inner
    if len(encoded[0]) >= _IN_BASE64:
        for form in _in_base64(encoded[0]):
            yield from {form: None, form.replace(b"+", b"-").replace(b"/", b"_"): None}


def _heads(form: bytes) -> Iterator[bytes]:
    """Yield what a URL keeps of a secret that it is cut in."""
    for end in _ENDS.finditer(form, _CUT):
        yield form[: end.start()]


def _in_base64(text: bytes) -> Iterator[bytes]:
    """Yield the characters of base64 that stand for a text alone, at each of the three places where it may begin."""
    for before in range(3):
        encoded = b64encode(bytes(before) + text)
        yield encoded[(before * 8 + 5) // 6 : (before + len(text)) * 8 // 6]


def _undone(text: bytes) -> tuple[bytes, Marks]:
    """Undo one layer of escapes; also return where each stood."""
    parts: list[bytes] = []
    marks: Marks = ([], [], [], [])
    at = length = 0
    for found in _ESCAPE.finditer(text):
        start, end = found.span()
        plain = _plain(found[0])
        parts += (text[at:start], plain)
        begin = length + start - at
        length, at = begin + len(plain), end
        for each, place in zip(marks, (begin, length, start, end), strict=True):
            each.append(place)
    return b"".join((*parts, text[at:])) if parts else text, marks


@lru_cache(1024)
def _plain(escape: bytes) -> bytes:
    """Return what an escape stands for."""
    kind = escape[1:2]
    if escape == b"\0":
        return b""
    if escape.startswith(b"&"):
        from html import unescape

        return unescape(escape.decode("ascii")).encode("utf-8", "surrogatepass")
    if kind == b"u":
        units = bytes.fromhex(escape.translate(None, b"\\%u").decode("ascii"))
        return units.decode("utf-16-be", "surrogatepass").encode("utf-8", "surrogatepass")
    if kind == b"x" or escape.startswith(b"%"):
        return bytes.fromhex(escape[-2:].decode("ascii"))
    return _SHORT.get(kind, kind)


def _origin(span: Span, layers: list[Marks]) -> Span:
    """Return where a place of the innermost layer stands in the outermost."""
    start, end = span
    for marks in reversed(layers):
        start, end = _place(start, marks)[0], _place(end - 1, marks)[1]
    return start, end


def _place(at: int, marks: Marks) -> Span:
    """Return from where to where that stood which one byte came of."""
    index = bisect_right(marks[0], at) - 1
    if index < 0:
        return at, at + 1
    _, to, start, end = (each[index] for each in marks)
    return (start, end) if at < to else (end + at - to, end + at - to + 1)
