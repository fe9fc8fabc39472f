"""YAML text -> plain data, from the parser's events.

In: text, and a table to fill with positions when they are wanted. Out: data, or faults with line and column. Keys are
always text, as written. An alias is copied out, and every copy counts, so that an alias bomb ends early.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol

import yaml

from ...data import Json, copied, is_list, is_map, maps
from .document import join
from .json_positions import Marks, Position

MAX_NODES = 5_000_000

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_PLAIN = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_PLAIN_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_CORE + kind for kind in ("int", "float", "bool", "null")}
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HELP = {
    "mapping values are not allowed": "put a text that holds a colon in quotes",
    "found character that cannot start any token": "indent with spaces; put a text that begins with a sign in quotes",
}
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Event(Protocol):
    """What is read of the events of PyYAML, each of the kinds that have it."""

    start_mark: yaml.error.Mark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    style: str | None
    value: str


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A fault and its place, from 1."""

    code: str
    message: str
    line: int
    column: int
    help: str = ""
    note: str = ""
    repairable: bool = False


class _StopReading(Exception):
    """The rest of the text cannot be read."""


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence."""

    value: dict[str, Json] | list[Json]
    pointer: str
    anchor: str | None
    keys: dict[str, Position] = field(default_factory=dict[str, Position])
    key: str | None = None
    repeated: tuple[Position, Position] | None = None
    merges: list[dict[str, Json]] = field(default_factory=list[dict[str, Json]])
    size: int = 1


def read_yaml(text: str, max_depth: int, marks: Marks | None, faults: list[YamlFault] | None = None) -> Json:
    """Return the data of a YAML text; None and a fault when it cannot be read."""
    builder = _Builder(max_depth, marks, faults if faults is not None else [])
    try:
        for event in _events(text):
            builder.take(event)
    except _StopReading:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = str(error.problem or error.context)
        help = next((text for begin, text in _HELP.items() if problem.startswith(begin)), "")
        builder.faults.append(YamlFault("E103", f"the file is not YAML: {problem}", line, column, help))
        return None
    except yaml.reader.ReaderError as error:
        odd = _NOT_YAML.search(text)
        before, found = (text[: odd.start()], f"U+{ord(odd[0]):04X}") if odd else ("", str(error.reason))
        message = f"the file is not YAML: the character {found} is not allowed"
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        builder.faults.append(YamlFault("E103", message, *place))
        return None
    return builder.root


def _events(text: str) -> Iterator[_Event]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    """Puts data together, event by event."""

    def __init__(self, max_depth: int, marks: Marks | None, faults: list[YamlFault]) -> None:
        self.root: Json = None
        self.faults = faults
        self._max_depth = max_depth
        self._marks = marks
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Json, int]] = {}
        self._nodes = 0
        self._documents = 0

    def take(self, event: _Event) -> None:
        """Add one event of the parser."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._scalar(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(event, {} if kind == "MappingStartEvent" else [])
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close()
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "E105", "the file holds several YAML documents", help="keep one document in a file")

    def _scalar(self, event: _Event) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and is_map(frame.value) and frame.key is None:
            self._key(frame, event)
            return
        value = self._resolve(event)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._put(value, event)

    def _key(self, frame: _Frame, event: _Event) -> None:
        key = event.value
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        if event.implicit[0] and not (key == "<<" or isinstance(self._plain(event), str)):
            message = f"the key {key} is not text"
            self._fault(event, "E107", message, help=f"write '{key}' in quotes", repairable=True)
        if key in frame.value:
            frame.repeated = (frame.keys[key], place)
        frame.keys[key] = place
        frame.key = key

    def _open(self, event: _Event, value: dict[str, Json] | list[Json]) -> None:
        if event.tag and event.tag not in (_CORE + "map", _CORE + "seq", "!"):
            self._stop(event, "E108", f"the tag {_short(event.tag)} is not allowed", help="write the plain value")
        frame = self._stack[-1] if self._stack else None
        if frame is not None and is_map(frame.value) and frame.key is None:
            self._stop(event, "E107", "the key is a mapping or a sequence", help="a key is text; put it in quotes")
        if len(self._stack) >= self._max_depth:
            self._stop(event, "E106", f"values are nested more than {self._max_depth} deep")
        pointer = self._pointer()
        self._mark(pointer, event)
        self._stack.append(_Frame(value, pointer, event.anchor))
        self._count(event, 1)

    def _close(self) -> None:
        frame = self._stack.pop()
        if is_map(frame.value):
            for key, value in (item for merged in frame.merges for item in merged.items()):
                frame.value.setdefault(key, value)
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, frame.size)
        self._attach(frame.value, frame.size)

    def _alias(self, event: _Event) -> None:
        if any(frame.anchor == event.anchor for frame in self._stack):
            self._stop(event, "E109", f"the alias *{event.anchor} stands inside its own anchor")
        if event.anchor not in self._anchors:
            self._stop(event, "E109", f"the alias *{event.anchor} has no anchor")
        value, size = self._anchors[event.anchor]
        frame = self._stack[-1] if self._stack else None
        if frame is not None and is_map(frame.value) and frame.key is None:
            self._stop(event, "E107", "the key is an alias", help="a key is text; write it out")
        self._count(event, size)
        self._mark(self._pointer(), event)
        self._attach(copied(value), size)

    def _put(self, value: Json, event: _Event) -> None:
        self._count(event, 1)
        self._mark(self._pointer(), event)
        self._attach(value, 1)

    def _attach(self, value: Json, size: int) -> None:
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        frame.size += size
        if is_list(frame.value):
            frame.value.append(value)
            return
        key, frame.key = frame.key or "", None
        if key == "<<" and is_map(value):
            frame.merges.append(value)
        elif key == "<<" and is_list(value) and all(is_map(each) for each in value):
            frame.merges.extend(maps(value))
        else:
            if frame.repeated is not None:
                self._repeated(frame, key, frame.value[key] in (value, "", None))
            frame.value[key] = value

    def _repeated(self, frame: _Frame, key: str, same: bool) -> None:
        assert frame.repeated is not None
        (first, place), frame.repeated = frame.repeated, None
        message = f"the key {key!r} stands twice in the same mapping" + (", which loses nothing" if same else "")
        note = f"first at {first[0]}:{first[1]}"
        self.faults.append(YamlFault("E104", message, *place, "keep one of the two", note, repairable=same))

    def _pointer(self) -> str:
        if self._marks is None or not self._stack:
            return ""
        frame = self._stack[-1]
        return join(frame.pointer, len(frame.value) if is_list(frame.value) else frame.key or "")

    def _mark(self, pointer: str, event: _Event) -> None:
        if self._marks is None or pointer in self._marks:
            return
        value = (event.start_mark.line + 1, event.start_mark.column + 1)
        frame = self._stack[-1] if self._stack else None
        key = frame.keys.get(frame.key, value) if frame is not None and frame.key is not None else value
        self._marks[pointer] = (key, value)

    def _resolve(self, event: _Event) -> Json:
        if event.tag in (None, "!") or (event.implicit[0] and not event.style):
            return event.value if event.style or event.tag == "!" else self._plain(event)
        if event.tag == _CORE + "str":
            return event.value
        if event.tag in _PLAIN_TAGS:
            return self._plain(event)
        self._stop(event, "E108", f"the tag {_short(event.tag)} is not allowed", help="write the plain value")

    def _plain(self, event: _Event) -> Json:
        text: str = event.value
        if event.style:
            return text
        if text in _PLAIN:
            return None
        if text in _PLAIN_BOOL:
            return _PLAIN_BOOL[text]
        if _INT.match(text):
            if len(text) > 400:
                self._stop(event, "E106", f"the number {text[:20]}... has {len(text)} digits")
            return int(text)
        if _FLOAT.match(text):
            number = float(text)
            if math.isinf(number):
                self._stop(event, "E106", f"the number {text[:40]} is too large")
            return number
        if _NOT_FINITE.match(text):
            self._stop(event, "E106", f"{text} is not a JSON number", help="write it in quotes if it is text")
        return text

    def _count(self, event: _Event, size: int) -> None:
        self._nodes += size
        if self._nodes > MAX_NODES:
            self._stop(event, "E106", f"the file holds more than {MAX_NODES} values, aliases counted as copies")

    def _fault(
        self, event: _Event, code: str, message: str, *, help: str = "", note: str = "", repairable: bool = False
    ) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.faults.append(YamlFault(code, message, line, column, help, note, repairable))

    def _stop(self, event: _Event, code: str, message: str, *, help: str = "") -> NoReturn:
        self._fault(event, code, message, help=help)
        raise _StopReading


def _short(tag: str) -> str:
    return "!!" + tag.removeprefix(_CORE) if tag.startswith(_CORE) else tag
