"""Load: text -> Document.

YAML with the scalars of YAML 1.2 (`no`, `on`, `12:30`, `012` and dates stay text) or JSON, strict UTF-8. Built from the
parser's events with a stack, so that nesting, aliases and size are bounded before they cost anything; the same builder
tells positions. JSON goes to the standard library, which is far faster.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .data import Json, is_list
from .document import Document, join
from .json_positions import json_positions
from .report import Location, Report
from .yaml_events import YamlFault, read_yaml

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 200


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A JSON object with its repeated keys."""

    items: list[tuple[str, Any]]


class _JsonFault(ValueError):
    """A JSON value that is refused."""


def load(path: Path, report: Report, *, name: str | None = None) -> Document:
    """Read one file. name: what messages call it. Problems go to the report; raises SpecError when it is refused."""
    file = name or path.as_posix()
    text = _read(path, file, report)
    return Document(file, parse(text, file, report))


def parse(text: str, file: str, report: Report) -> Json:
    """Turn the text of a YAML or JSON file into data; raises SpecError when it is refused."""
    report.sources[file] = text
    data = (_parse_json if _is_json(text) else _parse_yaml)(text, file, report)
    report.stop_on_error()
    return data


def position(text: str, location: Location) -> tuple[int, int]:
    """Return line and column, from 1, of a location in its file; of the nearest parent that exists."""
    if location.line:
        return location.line, location.column
    table = json_positions(text) if _is_json(text) else _yaml_positions(text)
    pointer = location.pointer
    while pointer not in table:
        pointer = pointer.rpartition("/")[0]
        if not pointer:
            return table.get("", ((1, 1), (1, 1)))[1]
    return table[pointer][0 if location.is_key else 1]


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _yaml_positions(text: str) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    marks: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {}
    read_yaml(text, MAX_DEPTH, marks)
    return marks


def _read(path: Path, file: str, report: Report) -> str:
    """Return the text of a file; OSError when it cannot be read, SpecError when it is too long or not UTF-8."""
    if path.stat().st_size > MAX_BYTES:
        report.add("E101", f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", Location(file, line=1, column=1))
        report.stop_on_error()
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        report.add(
            "E102", f"the file is not UTF-8: byte {raw[error.start]:#04x}", Location(file, line=line, column=column)
        )
    report.stop_on_error()
    raise AssertionError


def _parse_yaml(text: str, file: str, report: Report) -> Json:
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
    duplicates: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(items)
        if len(result) < len(items):
            duplicates.append(next(key for key, value in items if result[key] is not value))
        return result

    try:
        _check_depth(text)
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse, parse_float=_float, parse_int=_int)
    except json.JSONDecodeError as error:
        at = Location(file, line=error.lineno, column=error.colno)
        report.add("E103", f"the file is not JSON: {error.msg}", at)
        return None
    except _JsonFault as error:
        report.add("E106", str(error), Location(file, line=1, column=1))
        return None
    if duplicates:
        for pointer, differ in _duplicate_keys(text):
            message = f"the key {pointer.rpartition('/')[2]!r} stands twice in the same object"
            place = Location(file, pointer, is_key=True)
            if differ:
                report.add("E104", message, place, help="keep one of the two")
            else:
                report.repaired("E104", message + " with the same value", place, help="keep one of the two")
    return data


def _duplicate_keys(text: str) -> list[tuple[str, bool]]:
    """Return the pointers of repeated keys, and whether their values differ."""
    found: list[tuple[str, bool]] = []

    def walk(value: Any, pointer: str) -> None:
        if isinstance(value, _Pairs):
            seen: dict[str, Any] = {}
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


def _check_depth(text: str) -> None:
    depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text):
        token = match.group()
        if token in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise _JsonFault(f"values are nested more than {MAX_DEPTH} deep")
        elif token in "]}":
            depth -= 1


def _refuse(constant: str) -> float:
    raise _JsonFault(f"{constant} is not a JSON number")


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _JsonFault(f"the number {text[:40]} is too large")
    return value


def _int(text: str) -> int:
    if len(text) > 400:
        raise _JsonFault(f"the number {text[:20]}... has {len(text)} digits")
    return int(text)
