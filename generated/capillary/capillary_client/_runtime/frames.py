"""Streams of events, lines and chunks: bytes as they come -> frames. No I/O.

Events are those of the WHATWG HTML standard, 9.2.6; lines are JSON texts that end with a line feed, or begin with a
record separator (RFC 7464).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

_SEPARATOR = b"\x1e"
_BLANK = b" \t\r\n\x1e"


class Frame(NamedTuple):
    """One event, line or chunk. data: None for an event that says something of the stream alone.

    event: its name, "" where none was given; id: None where none was given; retry: milliseconds, None likewise.
    """

    data: bytes | None
    event: str = ""
    id: str | None = None
    retry: int | None = None


class Parser(Protocol):
    """Finds the frames. held: the bytes that it keeps because their frame is not whole."""

    @property
    def held(self) -> int: ...

    def feed(self, chunk: bytes) -> list[Frame]:
        """Take what came; return the frames that are whole."""
        ...

    def finish(self) -> list[Frame]:
        """Return what is left at the end of the stream."""
        ...


class Chunks:
    """Hands on what comes."""

    held = 0

    def feed(self, chunk: bytes) -> list[Frame]:
        return [Frame(chunk)]

    def finish(self) -> list[Frame]:
        return []


class Lines:
    """Lines that are not blank. The last one may lack its line feed."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.held = 0

    def feed(self, chunk: bytes) -> list[Frame]:
        if b"\n" not in chunk:
            self._keep(chunk)
            return []
        first, *lines = chunk.split(b"\n")
        whole = [b"".join([*self._parts, first]), *lines]
        self._parts, self.held = [], 0
        self._keep(whole.pop())
        return _frames(whole)

    def _keep(self, chunk: bytes) -> None:
        self._parts.append(chunk)
        self.held += len(chunk)

    def finish(self) -> list[Frame]:
        return _frames([b"".join(self._parts)])


class Records:
    """JSON texts, each after a record separator and before a line feed, which it may hold as well (RFC 7464, 2.2)."""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def held(self) -> int:
        return len(self._rest)

    def feed(self, chunk: bytes) -> list[Frame]:
        *whole, self._rest = (self._rest + chunk).split(_SEPARATOR)
        if self._rest.endswith(b"\n") and _is_json(self._rest):
            whole.append(self._rest)
            self._rest = b""
        return _frames(whole)

    def finish(self) -> list[Frame]:
        return _frames([self._rest])


def _frames(texts: list[bytes]) -> list[Frame]:
    return [Frame(text) for each in texts if (text := each.strip(_BLANK))]


def _is_json(text: bytes) -> bool:
    from pydantic_core import from_json

    try:
        from_json(text)
    except ValueError:
        return False
    return True


class Events:
    """Server-sent events. One that is not whole at the end is dropped, as the standard has it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._after_return = False
        self._begun = False
        self._size = 0
        self._reset()

    def _reset(self) -> None:
        self._data: list[bytes] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None
        self._size = 0

    @property
    def held(self) -> int:
        return self._size + sum(map(len, self._parts))

    def feed(self, chunk: bytes) -> list[Frame]:
        if self._after_return:  # a line feed after it belongs to the line that has ended
            self._after_return = False
            chunk = chunk.removeprefix(b"\n")
        if b"\n" not in chunk and b"\r" not in chunk:
            self._parts.append(chunk)
            return []
        self._after_return = chunk.endswith(b"\r")
        lines = b"".join([*self._parts, chunk]).splitlines(keepends=True)
        self._parts = [] if lines[-1].endswith((b"\n", b"\r")) else [lines.pop()]
        return [frame for line in lines if (frame := self._line(line.rstrip(b"\r\n"))) is not None]

    def _line(self, line: bytes) -> Frame | None:
        if not self._begun:
            self._begun = True
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line:
            return self._whole()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(value) + 1
        elif name == b"event":
            self._event = _text(value)
        elif name == b"id" and b"\0" not in value:
            self._id = _text(value)
        elif name == b"retry" and value.isdigit() and len(value) < 10:
            self._retry = int(value)
        return None

    def _whole(self) -> Frame | None:
        data = b"\n".join(self._data) if self._data else None
        frame = Frame(data, self._event, self._id, self._retry)
        self._reset()
        return None if frame == Frame(None, frame.event) else frame

    def finish(self) -> list[Frame]:
        return []


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
