"""Positions in JSON text: pointer -> (line, column) of the key and of the value.

Only what lies on the way to a wanted value is read here; all else is left to the parser of the standard library, which
skips it at its own speed.
"""

from __future__ import annotations

import re
from collections.abc import Set
from json import JSONDecoder

from .document import join

Position = tuple[int, int]
Marks = dict[str, tuple[Position, Position]]
"""Pointer -> where the key starts and where the value starts."""

_SPACE = re.compile(r"[ \t\n\r]*")


def json_positions(text: str, wanted: Set[str]) -> Marks:
    """Return for each wanted pointer of a JSON text where its key starts and where its value starts, from 1.

    wanted: pointers with all their parents, "" among them.
    """
    reader = _Reader(text, wanted)
    start = reader.space(0)
    reader.value(start, start, "")
    return reader.marks


class _Reader:
    """Goes through a text from its start to its end; `place` remembers the line it has come to."""

    def __init__(self, text: str, wanted: Set[str]) -> None:
        self.marks: dict[str, tuple[Position, Position]] = {}
        self._text = text
        self._wanted = wanted
        self._decode = JSONDecoder(strict=False).raw_decode
        self._offset = 0
        self._line = 1
        self._line_start = 0

    def value(self, offset: int, key: int, pointer: str) -> int:
        """Mark the wanted value at an offset, whose key stands at another, and those inside; returns its end."""
        self.marks[pointer] = (self._place(key), self._place(offset))
        opening = self._text[offset]
        if opening not in "{[":
            return self._decoded(offset)[1]
        offset = self.space(offset + 1)
        index = 0
        while self._text[offset] not in "}]":
            start, name = offset, str(index)
            if opening == "{":
                found, offset = self._decoded(offset)
                name, offset = str(found), self.space(self.space(offset) + 1)
            inner = join(pointer, name)
            end = self.value(offset, start, inner) if inner in self._wanted else self._decoded(offset)[1]
            offset = self.space(end)
            if self._text[offset] == ",":
                offset = self.space(offset + 1)
            index += 1
        return offset + 1

    def space(self, offset: int) -> int:
        """Return the offset of the next token."""
        match = _SPACE.match(self._text, offset)
        assert match is not None
        return match.end()

    def _decoded(self, offset: int) -> tuple[object, int]:
        return self._decode(self._text, offset)

    def _place(self, offset: int) -> Position:
        """Return the line and column of an offset that is not before the last one."""
        self._line += self._text.count("\n", self._offset, offset)
        self._line_start = max(self._line_start, self._text.rfind("\n", self._offset, offset) + 1)
        self._offset = offset
        return self._line, offset - self._line_start + 1
