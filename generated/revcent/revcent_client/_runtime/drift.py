"""A hook for mismatches that writes down where answers are not as documented, so that the document can be corrected.

    with DriftLog("drift.jsonl") as log, Client(on_mismatch=log) as client:
        ...

It holds places, types and counts, and no values. It may be shared by clients, threads and forked processes, and several
processes may write to one file.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
import warnings
from pathlib import Path
from types import TracebackType
from typing import Self

from .drift_file import MORE, MOST, Count, Kind, add, check
from .errors import Mismatch
from .forks import remember
from .unknown import is_name

_LONGEST = 200
"""Characters of what was expected."""
_CONSTANTS = 20
"""So many unknown constants of one place are written down."""


class DriftLog:
    """Counts mismatches in a file. It is given as `on_mismatch`.

    What is new is written at once; counts are written when they have doubled, at the first mismatch after `interval`
    seconds, and when the log is closed or the interpreter ends. A file that cannot be written never disturbs a call:
    the counts wait for the next time.
    """

    wants_fields = True
    wants_errors = True

    def __init__(self, path: str | os.PathLike[str], *, enum_values: bool = False, interval: float = 30.0) -> None:
        """Raises OSError for a file that cannot be written, ValueError for one that is something else.

        enum_values: also write down texts that came where one of some constants is documented, if they look like names.
        """
        self._path = Path(path).absolute()
        check(self._path)
        self.wants_constants = enum_values
        self._interval = interval
        self.after_fork()
        atexit.register(self.close)
        remember(self)

    def after_fork(self) -> None:
        """Know nothing: what came before a fork is written by the parent."""
        self._lock = threading.Lock()
        self._pending: dict[Kind, Count] = {}
        self._seen: dict[Kind, int] = {}
        self._constants: dict[Kind, set[str]] = {}
        self._written = time.monotonic()

    def __call__(self, mismatch: Mismatch, operation: str) -> None:
        """Count a mismatch. operation: its method and path template, or the name of an event."""
        now = time.time()
        with self._lock:
            kind = self._kind(mismatch, operation)
            seen = self._seen[kind] = self._seen.get(kind, 0) + 1
            self._pending.setdefault(kind, Count(0, now, now)).add(Count(1, now, now))
            if seen & (seen - 1) == 0 or time.monotonic() - self._written > self._interval:
                self._write(patience=0.05)

    def flush(self) -> None:
        """Write what is not written yet; warns when that cannot be done."""
        with self._lock:
            failure = self._write(patience=5.0)
        if failure is not None:
            warnings.warn(f"{self._path}: counts of mismatches are not written: {failure}", stacklevel=2)

    def close(self) -> None:
        """Write what is not written yet. The log may be used again, and is then to be closed again."""
        self.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _kind(self, mismatch: Mismatch, operation: str) -> Kind:
        kind = Kind(
            operation, mismatch.status, _media(mismatch.media), mismatch.place, mismatch.model, mismatch.inside,
            mismatch.expected[:_LONGEST], mismatch.found, "",
        )  # fmt: skip
        if self.wants_constants and is_name(mismatch.constant):
            known = self._constants.setdefault(kind, set())
            if mismatch.constant in known or len(known) < _CONSTANTS:
                known.add(mismatch.constant)
                kind = kind._replace(constant=mismatch.constant)
        return kind if kind in self._seen or len(self._seen) < MOST else MORE

    def _write(self, patience: float) -> OSError | None:
        self._written = time.monotonic()
        try:
            if self._pending:
                add(self._path, self._pending, patience)
        except OSError as error:
            return error
        self._pending = {}
        return None


def _media(said: str) -> str:
    """Return a media type as far as it can be one."""
    main, slash, sub = said.partition("/")
    plain = main.isalpha() and sub.replace("+", "").replace(".", "").replace("-", "").isalnum()
    return said if slash and plain and len(said) <= 80 else ""
