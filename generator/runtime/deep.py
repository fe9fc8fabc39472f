"""JSON that is nested more deeply than pydantic goes: about 200 levels when it is read, 250 when it is written.

Nothing here calls itself for each level, so that no depth exhausts a stack. Loaded when something is that deep.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Callable, Generator
from decimal import Decimal
from typing import Any, TypeVar, cast

from pydantic_core import from_json

from .errors import InvalidArgument
from .shapes import is_list, is_mapping, is_several

T = TypeVar("T")
Steps = Generator[Any, Any, T]
"""A function that yields the generators it would call, and is sent what they return."""

DEEPEST = 2000
"""Levels of arrays and objects that are read and written; more are refused."""
_WHOLE = 100
"""Levels that pydantic reads or writes at once."""


class TooDeep(ValueError):
    """A text is nested more than DEEPEST levels deep."""


def unrolled(first: Steps[T]) -> T:
    """Carry a function of steps out, and return what it returns."""
    stack: list[Steps[Any]] = [first]
    value: Any = None
    while stack:
        try:
            step = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        else:
            stack.append(step)
            value = None
    return cast("T", value)


_TOKEN = re.compile(rb'[ \t\r\n]*([\[\]{},:]|"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+)', re.DOTALL)


def loads(text: bytes, *, decimals: bool = False) -> tuple[Any, set[int]]:
    """Read JSON of any depth up to DEEPEST. Returns the data, and the ids of what in it is too deep for pydantic.

    decimals: numbers with a fraction are Decimals. Raises ValueError for what is no JSON, TooDeep.
    """
    reader = _Reader(decimals)
    at = 0
    while token := _TOKEN.match(text, at):
        at = token.end()
        reader.take(token[1])
    if text[at:].strip(b" \t\r\n") or reader.open or reader.wants != "end":
        raise ValueError("no JSON")
    return reader.value, reader.tall


class _Reader:
    """Takes one token after the other. wants: value, first (a value or the end of an array), key, first key, colon,
    comma, or the end of the text."""

    def __init__(self, decimals: bool) -> None:
        self.value: Any = None
        self.wants = "value"
        self.open: list[Any] = []
        self.tall: set[int] = set()
        self._heights: list[int] = []
        self._keys: list[Any] = []
        self._decimals = decimals

    def take(self, token: bytes) -> None:
        if token in (b"]", b"}"):
            self._close(list if token == b"]" else dict)
        elif token == b",":
            self._expect("comma")
            self.wants = "value" if is_list(self.open[-1]) else "key"
        elif token == b":":
            self._expect("colon")
            self.wants = "value"
        elif self.wants in ("key", "first key") and token[:1] == b'"':
            self._keys[-1] = from_json(token)
            self.wants = "colon"
        else:
            self._expect("value", "first")
            self._place(token)

    def _place(self, token: bytes) -> None:
        opened: Any = [] if token == b"[" else {} if token == b"{" else None
        value = self._scalar(token) if opened is None else opened
        if not self.open:
            self.value = value
        elif is_list(self.open[-1]):
            self.open[-1].append(value)
        else:
            self.open[-1][self._keys[-1]] = value
        self._after()
        if opened is not None:
            if len(self.open) == DEEPEST:
                raise TooDeep(f"it is nested more than {DEEPEST} levels deep")
            self.open.append(opened)
            self._heights.append(1)
            self._keys.append(None)
            self.wants = "first" if token == b"[" else "first key"

    def _scalar(self, token: bytes) -> Any:
        value = from_json(token, allow_inf_nan=False)
        return Decimal(token.decode()) if self._decimals and isinstance(value, float) else value

    def _close(self, kind: type) -> None:
        self._expect("comma", "first" if kind is list else "first key")
        if not isinstance(self.open[-1], kind):
            raise ValueError("no JSON")
        closed, height = self.open.pop(), self._heights.pop()
        self._keys.pop()
        if height > _WHOLE:
            self.tall.add(id(closed))
        if self._heights:
            self._heights[-1] = max(self._heights[-1], height + 1)
        self._after()

    def _after(self) -> None:
        self.wants = "comma" if self.open else "end"

    def _expect(self, *wanted: str) -> None:
        if self.wants not in wanted:
            raise ValueError("no JSON")


def dumps(value: object, write: Callable[[object], bytes]) -> bytes:
    """Write JSON of any depth up to DEEPEST. write: writes what is about 200 levels deep. Raises InvalidArgument."""
    return unrolled(_Writer(write).whole(value))


class _Writer:
    """Writes what is deep inside first, and puts text that stands for it in its place."""

    def __init__(self, write: Callable[[object], bytes]) -> None:
        self._write = write
        self._mark = f"part-{os.urandom(16).hex()}:"
        self._pattern = re.compile(rf'"{self._mark}(\d+)"'.encode())
        self._parts: list[bytes] = []
        self._around = set[int]()

    def whole(self, value: object) -> Steps[bytes]:
        short, _ = yield self._short(value)
        return self._text(short)

    def _text(self, value: object) -> bytes:
        return self._pattern.sub(lambda found: self._parts[int(found[1])], self._write(value))

    def _short(self, value: object) -> Steps[tuple[object, int]]:
        """Return a value with its deep parts replaced, and how many levels are left."""
        held = _held(value)
        if not any(held):
            return value, 0
        if id(value) in self._around or len(self._around) >= DEEPEST:
            fault = "holds itself" if id(value) in self._around else f"is nested more than {DEEPEST} levels deep"
            raise InvalidArgument(f"a value of type {type(value).__name__} {fault} and has no JSON form")
        self._around.add(id(value))
        height, changes = 0, list[dict[Any, Any]]()
        for members in held:
            changed: dict[Any, Any] = {}
            for key, each in members.items():
                short, levels = yield self._short(each)
                height = max(height, levels + 1)
                if short is not each:
                    changed[key] = short
            changes.append(changed)
        self._around.discard(id(value))
        found = _with(value, held, changes)
        if height < _WHOLE:
            return found, height
        self._parts.append(self._text(found))
        return f"{self._mark}{len(self._parts) - 1}", 0


def _held(value: object) -> list[Any]:
    """Return what a value holds by key: the attributes of a model and its free keys, the members of anything else."""
    if hasattr(value, "model_fields_set"):
        model: Any = value
        return [vars(model), model.model_extra or {}]
    if is_mapping(value):
        return [value]
    return [dict(enumerate(value))] if is_several(value) else [{}]


def _with(value: Any, held: list[Any], changes: list[dict[Any, Any]]) -> object:
    """Return a value with some of what it holds replaced."""
    if not any(changes):
        return value
    if len(held) == 2:
        made: Any = copy.copy(value)
        targets: list[dict[str, Any]] = [vars(made), made.model_extra or {}]
        for target, changed in zip(targets, changes, strict=True):
            target.update(changed)
        return cast("object", made)
    whole: dict[Any, Any] = {**held[0], **changes[0]}
    return whole if is_mapping(value) else tuple(whole.values()) if isinstance(value, tuple) else [*whole.values()]
