"""Which function plays a scenario, by its name."""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase

from ..play import Play

Plays = Callable[[Play], None]
"""Calls methods as a user would; raises where something is wrong."""

_PLAYS: list[tuple[str, Plays]] = []


def plays(*patterns: str) -> Callable[[Plays], Plays]:
    """Register a function for the scenarios whose names fit a pattern of fnmatch; the first that fits plays one."""

    def add(function: Plays) -> Plays:
        _PLAYS.extend((pattern, function) for pattern in patterns)
        return function

    return add


def function_of(name: str) -> Plays:
    """Return the function that plays a scenario; without one of its own, arguments follow from the mock alone."""
    return next((function for pattern, function in _PLAYS if fnmatchcase(name, pattern)), automatic)


def idle(names: list[str]) -> list[str]:
    """Return the patterns that no scenario is played by."""
    used = {next((pattern for pattern, _ in _PLAYS if fnmatchcase(name, pattern)), "") for name in names}
    return [pattern for pattern, _ in _PLAYS if pattern not in used]


def automatic(play: Play) -> None:
    """Send each request that the mock expects, and compare each answer."""
    for exchange in play.scenario.exchanges:
        play.exchange(exchange)
