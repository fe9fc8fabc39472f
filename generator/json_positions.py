"""Positions in JSON text: pointer -> (line, column) of the key and of the value."""

from __future__ import annotations

import re
from bisect import bisect_right
from json import JSONDecoder
from typing import Any

from .document import join

Position = tuple[int, int]

_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")


def json_positions(text: str) -> dict[str, tuple[Position, Position]]:
    """Return for each pointer of a JSON text where its key starts and where its value starts, from 1."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(offset: int) -> Position:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    table: dict[str, tuple[Position, Position]] = {}
    decode = JSONDecoder(strict=False).raw_decode

    def skip(offset: int) -> int:
        match = _SPACE.match(text, offset)
        assert match is not None
        return match.end()

    def string(offset: int) -> tuple[str, int]:
        found: tuple[Any, int] = decode(text, offset)
        return str(found[0]), found[1]

    def value(offset: int, pointer: str, key: int) -> int:
        offset = skip(offset)
        table[pointer] = (place(key), place(offset))
        if text[offset] == '"':
            return string(offset)[1]
        if text[offset] not in "{[":
            match = _SCALAR.match(text, offset)
            return match.end() if match else offset + 1
        return container(offset, pointer)

    def container(offset: int, pointer: str) -> int:
        is_object = text[offset] == "{"
        offset = skip(offset + 1)
        index = 0
        while text[offset] not in "}]":
            start, name = offset, str(index)
            if is_object:
                name, offset = string(offset)
                offset = skip(offset) + 1
            offset = skip(value(offset, join(pointer, name), start))
            if text[offset] == ",":
                offset = skip(offset + 1)
            index += 1
        return offset + 1

    value(0, "", skip(0))
    return table
