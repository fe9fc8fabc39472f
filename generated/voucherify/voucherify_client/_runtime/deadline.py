"""What is left of a call: timeouts that know its deadline, and what is raised where it has passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self


class Passed(TimeoutError):
    """The deadline of a call has passed. sent: whether something of its request may have arrived."""

    def __init__(self, sent: bool) -> None:
        super().__init__("the deadline has passed")
        self.sent = sent


class Ended(ConnectionError):
    """The client was closed while a connection was made."""


class Left(float):
    """Seconds that one step may take, at most what is left of its call when it begins.

    sent: whether a step began by which something of the request may have arrived.
    """

    __slots__ = ("_clock", "_deadline", "sent")

    _deadline: float
    _clock: Callable[[], float]
    sent: bool

    def __new__(cls, seconds: float, deadline: float, clock: Callable[[], float]) -> Self:
        """seconds: as the caller set it, inf for no limit. deadline: of the call, by the clock; inf for none."""
        new = super().__new__(cls, seconds)
        new._deadline = deadline
        new._clock = clock
        new.sent = False
        return new

    def now(self, sent: bool) -> float | None:
        """Return the seconds of a step that begins now, None for no limit. Raises Passed."""
        left = self._deadline - self._clock()
        if left <= 0:
            raise Passed(sent)
        self.sent |= sent
        seconds = min(float(self), left)
        return None if seconds == float("inf") else seconds
