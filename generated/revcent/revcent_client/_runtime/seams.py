"""What a test replaces of the world around a client: its clocks, chance, and how it waits."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seams:
    """clock: seconds that only grow. now: seconds since 1970. random: from 0 to 1. sleep, async_sleep: how a client,
    and an asynchronous one, waits for some seconds; None for the usual way."""

    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    random: Callable[[], float] = random.random
    sleep: Callable[[float], None] | None = None
    async_sleep: Callable[[float], Awaitable[None]] | None = None
