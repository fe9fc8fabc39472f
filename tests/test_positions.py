"""Line and column of what is asked for, and of its parents; nothing else is placed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data import Json
from generator.openapi.read.document import join, pointers
from generator.openapi.read.json_positions import Marks
from generator.openapi.read.load import parse, position, positions
from generator.report import Location, Report

YAML = 'a:\n  "b/c": {d: [1, two]}\n  e~f:\n    - g: h\n  i: |\n    text\n'
JSON = '{\n "a": {\n  "b/c": {"d": [1,\n   "two"]},\n  "e~f": [{"g": "h\\n"}]}}'
ESCAPES = '{"q\\"{": [], "\\u00e9\\n": {"\\ud83d\\ude00": 1},\n "\\/\\\\": "]}", "é😀": [[], "日", 2]}'


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        (YAML, "", (1, 1), (1, 1)),
        (YAML, "/a", (1, 1), (1, 1)),
        (YAML, "/a/b~1c", (2, 3), (2, 10)),
        (YAML, "/a/b~1c/d/1", (2, 18), (2, 18)),
        (YAML, "/a/e~0f/0", (4, 7), (4, 7)),
        (YAML, "/a/e~0f/0/g", (4, 7), (4, 10)),
        (YAML, "/a/i", (5, 3), (5, 6)),
        (YAML, "/a/missing/deep", (1, 1), (1, 1)),
        (JSON, "", (1, 1), (1, 1)),
        (JSON, "/a", (2, 2), (2, 7)),
        (JSON, "/a/b~1c/d", (3, 11), (3, 16)),
        (JSON, "/a/b~1c/d/1", (4, 4), (4, 4)),
        (JSON, "/a/e~0f/0/g", (5, 12), (5, 17)),
        (JSON, "/a/e~0f/0/missing", (5, 11), (5, 11)),
        (JSON, "/a/e~0f/1", (5, 3), (5, 10)),
        (JSON, "/a/b~1c/d/1/0/deep", (4, 4), (4, 4)),
        (JSON, "/a/b~1c/d/01", (3, 11), (3, 16)),
        (JSON, "/missing", (1, 1), (1, 1)),
        (ESCAPES, '/q"{', (1, 2), (1, 10)),
        (ESCAPES, "/é\n/😀", (1, 27), (1, 43)),
        (ESCAPES, "/~1\\", (2, 2), (2, 10)),
        (ESCAPES, "/é😀/1", (2, 27), (2, 27)),
        (ESCAPES, "/é😀/2", (2, 32), (2, 32)),
        ("\n\n  [1, {}]", "/1", (3, 7), (3, 7)),
        ('{"a": 1,\n "a": 2}', "/a", (2, 2), (2, 7)),
    ],
)
def test_positions(text: str, pointer: str, key: tuple[int, int], value: tuple[int, int]) -> None:
    marks = positions(text, [pointer])
    assert position(marks, Location("x", pointer, is_key=True)) == key
    assert position(marks, Location("x", pointer)) == value


@pytest.mark.parametrize("text", [YAML, JSON])
def test_only_what_is_wanted_and_its_parents(text: str) -> None:
    assert positions(text, []).keys() == {""}
    assert positions(text, ["/a/b~1c/d", "/a/e~0f/7", "/z/y"]).keys() == {"", "/a", "/a/b~1c", "/a/b~1c/d", "/a/e~0f"}


def test_every_pointer_of_a_document_has_a_position() -> None:
    data: Json = {"a": [1, {"b": None, "": [[], {}]}], "c/d": {"~": True}}
    wanted = {"", "/a", "/a/0", "/a/1", "/a/1/b", "/a/1/", "/a/1//0", "/a/1//1", "/c~1d", "/c~1d/~0"}
    assert set(pointers(data)) == wanted
    text = json.dumps(data, indent=1)
    assert positions(text, wanted).keys() == positions(text.replace("{", " {", 1), wanted).keys() == wanted


class _Writer:
    """Writes JSON with any white space between its tokens, and knows where it wrote what."""

    def __init__(self, gaps: list[str], *, ascii_only: bool) -> None:
        self.text = ""
        self.marks: Marks = {}
        self._gaps = gaps
        self._ascii_only = ascii_only

    def write(self, value: Any, pointer: str = "", key: str | None = None) -> None:
        self._gap()
        start = self._here()
        if key is not None:
            self._scalar(key)
            self._gap()
            self.text += ":"
            self._gap()
        self.marks[pointer] = (start if key is not None else self._here(), self._here())
        if isinstance(value, dict):
            self._members("{}", [(name, name, each) for name, each in value.items()], pointer)
        elif isinstance(value, list):
            self._members("[]", [(str(index), None, each) for index, each in enumerate(value)], pointer)
        else:
            self._scalar(value)
        self._gap()

    def _members(self, brackets: str, members: list[tuple[str, str | None, Any]], pointer: str) -> None:
        self.text += brackets[0]
        self._gap()
        for number, (name, key, each) in enumerate(members):
            self.text += "," if number else ""
            self.write(each, join(pointer, name), key)
        self.text += brackets[1]

    def _scalar(self, value: Any) -> None:
        self.text += json.dumps(value, ensure_ascii=self._ascii_only)

    def _gap(self) -> None:
        self.text += self._gaps[len(self.text) % len(self._gaps)]

    def _here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - (self.text.rfind("\n") + 1) + 1


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)
CONTAINERS = st.lists(VALUES) | st.dictionaries(st.text(), VALUES)
GAPS = st.lists(st.text(" \t\n", max_size=3), min_size=1)


@given(CONTAINERS, GAPS, st.booleans(), st.data())
def test_positions_are_where_the_writer_wrote(
    data: Any, gaps: list[str], ascii_only: bool, draw: st.DataObject
) -> None:
    writer = _Writer(gaps, ascii_only=ascii_only)
    writer.write(data)
    assert parse(writer.text, "x.json", Report()) == data
    known = sorted(writer.marks)
    wanted = draw.draw(st.lists(st.sampled_from(known)))
    missing = [join(pointer, "no such key") for pointer in wanted[:3]]
    parents = {pointer for pointer in known if any(f"{each}/".startswith(f"{pointer}/") for each in wanted)} | {""}
    assert positions(writer.text, [*missing, *wanted]) == {pointer: writer.marks[pointer] for pointer in parents}
