"""Whether a try is repeated, and after how long. Pure, except the budget that one client's calls share."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .checks import pause, whole
from .forks import remember

_SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Retry:
    """How often and how patiently a failed try is repeated. Times in seconds; retries=0 turns repeating off.

    The wait before the n-th repetition is a random part of base * 2**(n-1), at most cap (full jitter). A server's
    Retry-After is followed up to max_retry_after; a longer one raises at once.
    """

    retries: int = 2
    base: float = 0.5
    cap: float = 8.0
    max_retry_after: float = 60.0

    def __post_init__(self) -> None:
        """Raises InvalidArgument for what is no such number."""
        whole("retries", self.retries, 0)
        for name in ("base", "cap", "max_retry_after"):
            pause(name, getattr(self, name))


class Budget:
    """Allows a burst of repetitions, refilled by successes: a dead server is hardly asked more often than called."""

    __slots__ = ("__weakref__", "_left", "_lock")

    BURST = 90.0
    REFILL = 0.2

    def __init__(self) -> None:
        self._left = self.BURST
        self.after_fork()
        remember(self)

    def after_fork(self) -> None:
        self._lock = threading.Lock()

    def spend(self) -> bool:
        """Take one repetition; False when none is left."""
        with self._lock:
            if self._left < 1:
                return False
            self._left -= 1
            return True

    def refill(self) -> None:
        """Note a success."""
        if self._left < self.BURST:
            with self._lock:
                self._left = min(self.BURST, self._left + self.REFILL)


def repeatable(method: str, idempotent: bool | None, has_key: bool) -> bool:
    """Say whether an operation may run twice: by its key, the document, else its method (RFC 9110, 9.2.2)."""
    return has_key or (method.upper() in _SAFE_TO_REPEAT if idempotent is None else idempotent)


def transient(status: int) -> bool:
    """Say whether a status may be gone on the next try."""
    return status in _STATUSES


def backoff(retry: Retry, tries: int, random: Callable[[], float]) -> float:
    """Return the seconds to wait after `tries` tries. random: from 0 to 1."""
    return random() * min(retry.cap, retry.base * 2.0 ** min(tries - 1, 60))


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Read Retry-After (RFC 9110, 10.2.3), seconds or a date, as seconds from now; nonsense is None.

    A date that names no zone, as that of asctime, is in UTC (RFC 9110, 5.6.7).
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return float(text[:12])
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
        date = date.replace(tzinfo=UTC) if date.tzinfo is None else date
        return max(0.0, date.timestamp() - now)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
