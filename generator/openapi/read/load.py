"""Load: text -> Draft.

YAML with the scalars of YAML 1.2 (`no`, `on`, `12:30`, `012` and dates stay text) or JSON, strict UTF-8. Built from the
parser's events with a stack, so that nesting, aliases and size are bounded before they cost anything; the same builder
tells positions. JSON goes to the standard library, which is far faster.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ...data import Json, as_map, is_list, is_map
from ...report import Location, Report
from .document import Draft, join, tokens
from .json_positions import Marks, json_positions

if TYPE_CHECKING:
    from .yaml_events import YamlFault

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 200

_STRING = r'"(?:[^"\\]|\\.)*+"?'  # an open one goes on to the end: tried again at each of its quotes, it takes forever
_BRACKETS = re.compile(rf"{_STRING}|[\[{{]|[\]}}]")
_TOKENS = re.compile(rf"{_STRING}|[\[{{]|[\]}}]|[-+.\w]+")


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A JSON object with its repeated keys."""

    items: list[tuple[str, Json]]


class _JsonFault(ValueError):
    """A JSON value that is refused. token: its text."""

    def __init__(self, message: str, token: str) -> None:
        super().__init__(message)
        self.token = token


def load(path: Path, report: Report, *, name: str | None = None) -> Draft:
    """Read a document. name: what messages call it. Problems go to the report; raises SpecError when it is refused."""
    return begin(load_data(path, report, name=name), name or path.as_posix(), report)


def begin(data: Json, file: str, report: Report) -> Draft:
    """Return the draft of a document with some data; raises SpecError when they are no object."""
    if not is_map(data):
        message = "the document is empty" if data is None else "the document is not an object"
        report.add("E202", message, Location(file, ""), help="it has to begin with `openapi:`")
    report.stop_on_error()
    return Draft(file, as_map(data))


def load_data(path: Path, report: Report, *, name: str | None = None) -> Json:
    """Read what one file holds, whatever it is. name: what messages call it; raises SpecError when it is refused."""
    file = name or path.as_posix()
    return parse(_read(path, file, report), file, report)


def parse(text: str, file: str, report: Report) -> Json:
    """Turn the text of a YAML or JSON file into data; raises SpecError when it is refused."""
    report.sources[file] = text
    data = (_parse_json if _is_json(text) else _parse_yaml)(text, file, report)
    report.stop_on_error()
    return data


def marks_of(sources: Mapping[str, str], places: Iterable[Location]) -> dict[str, Marks]:
    """Return file -> positions of the places in it, but for those that a parser has told. sources: file -> text."""
    wanted: dict[str, set[str]] = {}
    for place in places:
        if place.file in sources and not place.line:
            wanted.setdefault(place.file, set()).add(place.pointer)
    return {file: positions(sources[file], pointers) for file, pointers in wanted.items()}


def positions(text: str, wanted: Iterable[str]) -> Marks:
    """Return where the key starts and where the value starts, for the wanted pointers that exist, and their parents."""
    places = {""}
    for pointer in wanted:
        while pointer not in places:
            places.add(pointer)
            pointer = pointer.rpartition("/")[0]
    if _is_json(text):
        return json_positions(text, places)
    from .yaml_events import read_yaml

    marks: Marks = {}
    read_yaml(text, MAX_DEPTH, marks)
    return {pointer: mark for pointer, mark in marks.items() if pointer in places}


def position(marks: Marks, location: Location) -> tuple[int, int]:
    """Return line and column, from 1, of a location in its file; of the nearest parent that exists.

    A value that begins on a line below its key is shown by its key, which is what a reader looks for.
    """
    if location.line:
        return location.line, location.column
    pointer = location.pointer
    while pointer and pointer not in marks:
        pointer = pointer.rpartition("/")[0]
    key, value = marks.get(pointer, ((1, 1), (1, 1)))
    return key if location.is_key or key[0] != value[0] else value


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _read(path: Path, file: str, report: Report) -> str:
    """Return the text of a file; OSError when it cannot be read, SpecError when it is too long or not UTF-8."""
    if path.stat().st_size > MAX_BYTES:
        report.add("E101", f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", Location(file, line=1, column=1))
        report.stop_on_error()
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        found = "it begins as UTF-16 does" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else f"byte {raw[error.start]:#04x}"
        place = Location(file, line=line, column=column)
        report.add("E102", f"the file is not UTF-8: {found}", place, help="save it in UTF-8")
    report.stop_on_error()
    raise AssertionError


def _parse_yaml(text: str, file: str, report: Report) -> Json:
    from .yaml_events import read_yaml  # it loads PyYAML, which no JSON needs

    faults: list[YamlFault] = []
    data = read_yaml(text, MAX_DEPTH, None, faults)
    for fault in faults:
        place = Location(file, line=fault.line, column=fault.column)
        if fault.repairable:
            report.repaired(fault.code, fault.message, place, help=fault.help, note=fault.note)
        else:
            report.add(fault.code, fault.message, place, help=fault.help, note=fault.note)
    return data


def _parse_json(text: str, file: str, report: Report) -> Json:
    try:
        data, repeats = _decode(text)
    except json.JSONDecodeError as error:
        at = Location(file, line=error.lineno, column=error.colno)
        comma = text[: error.pos].rstrip().endswith(",") and text[error.pos : error.pos + 1] in ("}", "]")
        help = "remove the comma before the closing bracket" if comma else ""
        report.add("E103", f"the file is not JSON: {error.msg}", at, help=help)
        return None
    except _JsonFault as error:
        line, column = _place_of(error.token, text)
        report.add("E106", str(error), Location(file, line=line, column=column))
        return None
    if repeats:
        for pointer, differ in _duplicate_keys(text):
            message = f"the key {list(tokens(pointer))[-1]!r} stands twice in the same object"
            place = Location(file, pointer, is_key=True)
            if differ:
                report.add("E104", message, place, help="keep one of the two")
            else:
                report.repaired("E104", message + " with the same value", place, help="keep one of the two")
    return data


def _decode(text: str) -> tuple[Json, bool]:
    """Return the data of a JSON text, and whether a key stands twice in an object; too great a depth is told first."""
    repeats = False

    def pairs(items: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal repeats
        result = dict(items)
        repeats = repeats or len(result) < len(items)
        return result

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse, parse_float=_float, parse_int=_int)
    except (ValueError, RecursionError):
        _check_depth(text)
        raise
    if repeats or _is_deep(data):
        _check_depth(text)
    return data, repeats


def _duplicate_keys(text: str) -> list[tuple[str, bool]]:
    """Return the pointers of repeated keys, and whether their values differ."""
    found: list[tuple[str, bool]] = []

    def walk(value: object, pointer: str) -> None:
        if isinstance(value, _Pairs):
            seen: dict[str, Json] = {}
            for key, member in value.items:
                if key in seen:
                    found.append((join(pointer, key), seen[key] != member))
                seen[key] = member
                walk(member, join(pointer, key))
        elif is_list(value):
            for index, member in enumerate(value):
                walk(member, join(pointer, index))

    walk(json.loads(text, object_pairs_hook=_Pairs), "")
    return found


def _place_of(token: str, text: str) -> tuple[int, int]:
    """Return where a number or constant first stands outside of strings, or the depth is too great for token ""."""
    depth = 0
    for match in _TOKENS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group(), 0)
        if match.group() == token or (not token and depth > MAX_DEPTH):
            before = text[: match.start()]
            return before.count("\n") + 1, match.start() - before.rfind("\n")
    return 1, 1


def _is_deep(data: Json) -> bool:
    """Say whether an object or array holds others more than MAX_DEPTH deep."""
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        members = chain.from_iterable(each.values() if is_map(each) else each for each in level)
        level = [each for each in members if isinstance(each, (dict, list))]
    return bool(level)


def _check_depth(text: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        token = match.group()
        if token in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise _JsonFault(f"values are nested more than {MAX_DEPTH} deep", "")
        elif token in "]}":
            depth -= 1


def _refuse(constant: str) -> float:
    raise _JsonFault(f"{constant} is not a JSON number", constant)


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _JsonFault(f"the number {text[:40]} is too large", text)
    return value


def _int(text: str) -> int:
    if len(text) > 400:
        raise _JsonFault(f"the number {text[:20]}... has {len(text)} digits", text)
    return int(text)
