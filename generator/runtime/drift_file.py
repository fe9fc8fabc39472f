"""The file of a drift log: a JSON object a line, each with counts. Several processes may write to it at once.

A line is added under a lock beside the file, so that nobody writes into the line of another. Lines that say the same of
the same place are added up, and the file is replaced in one step, when it has grown. What a killed process left of a
line is passed over.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


MOST = 1000
"""So many kinds are told apart; what comes after them is counted together."""
_LARGE = 4_000_000
"""Bytes. MOST kinds take less than a fifth of it."""


class Kind(NamedTuple):
    """What is counted. Fields as in Mismatch; none of them holds a value, but `constant` where the user wants it."""

    operation: str
    status: int
    media: str
    place: str
    model: str
    inside: str
    expected: str
    found: str
    constant: str


MORE = Kind("", 0, "", "", "", "", "", "more", "")
"""Stands for all kinds beyond MOST."""


@dataclass(slots=True)
class Count:
    """How often, and when first and last, in seconds since 1970."""

    count: int
    first: float
    last: float

    def add(self, other: Count) -> None:
        self.count += other.count
        self.first = min(self.first, other.first)
        self.last = max(self.last, other.last)


def check(path: Path) -> None:
    """Raise ValueError for a file that is no drift log, OSError for one that cannot be written."""
    with path.open("ab+") as file:
        file.seek(0)
        begin = file.readline()
    if begin.endswith(b"\n") and next(_read([begin]), None) is None:
        raise ValueError(f"{path} is there, and is no drift log")


def add(path: Path, counts: Mapping[Kind, Count], patience: float) -> None:
    """Add counts. patience: seconds to wait for other processes. Raises OSError; then nothing was added."""
    lines = b"".join(_line(kind, count) for kind, count in counts.items())
    with _locked(path, patience):
        with path.open("ab+") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - 1, 0))
            torn = file.read(1) not in (b"", b"\n")
            file.write(b"\n" + lines if torn else lines)
        if size + len(lines) > _LARGE:
            _rewrite(path)


def _rewrite(path: Path) -> None:
    """Replace the file by the sums of what it says."""
    with path.open("rb") as file:
        counts = summed(_read(file))
    staged = path.with_name(f".{path.name}.new")
    with staged.open("wb") as file:
        file.writelines(_line(kind, count) for kind, count in counts.items())
        file.flush()
        os.fsync(file.fileno())
    os.replace(staged, path)


def summed(pairs: Iterable[tuple[Kind, Count]]) -> dict[Kind, Count]:
    """Add up counts of the same kind; those beyond MOST kinds become one."""
    counts: dict[Kind, Count] = {}
    for kind, count in pairs:
        if kind in counts:
            counts[kind].add(count)
        elif len(counts) < MOST or kind == MORE:
            counts[kind] = count
        else:
            counts.setdefault(MORE, Count(0, count.first, count.last)).add(count)
    return counts


def _line(kind: Kind, count: Count) -> bytes:
    said = {name: value for name, value in kind._asdict().items() if value}
    record = {**said, "count": count.count, "first": _time(count.first), "last": _time(count.last)}
    return json.dumps(record, ensure_ascii=True).encode() + b"\n"


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _read(lines: Iterable[bytes]) -> Iterator[tuple[Kind, Count]]:
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            record: dict[str, Any] = json.loads(line)
            first, last = (datetime.fromisoformat(record[each]).timestamp() for each in ("first", "last"))
            said = [record.get(name, MORE[at]) for at, name in enumerate(Kind._fields)]
            yield Kind(*said), Count(int(record["count"]), first, last)


@contextmanager
def _locked(path: Path, patience: float) -> Generator[None]:
    """Hold the lock of a file. Raises TimeoutError when another process holds it for too long."""
    until = time.monotonic() + patience
    with path.with_name(f"{path.name}.lock").open("ab") as lock:
        while not _taken(lock):
            if time.monotonic() > until:
                raise TimeoutError(f"{lock.name} is locked")
            time.sleep(0.005)
        try:
            yield
        finally:
            _unlock(lock)  # closing is not enough: a process that was forked meanwhile has the file open too


def _taken(file: IO[bytes]) -> bool:
    try:
        _lock(file)
    except OSError:
        return False
    return True
