"""Runs: enum values without separators, told apart by the values a spec has."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 10_000
"""Ways tried before a run is given up; those of real pages take a handful."""


def tiles(run: str, values: Sequence[str]) -> tuple[list[str], str]:
    """Split a run into values, each used once at most; returns them and what is left where no way is whole.

    >>> tiles("lowlowestmid", ["low", "lowest", "mid", "high"])
    (['low', 'lowest', 'mid'], '')
    >>> tiles("onoffauto", ["on", "off"])
    (['on', 'off'], 'auto')
    """
    best: tuple[list[str], str] = ([], run)
    pending: list[tuple[list[str], str]] = [best]
    seen: set[tuple[str, frozenset[str]]] = set()
    while pending and len(seen) < _MOST:
        used, rest = pending.pop()
        if len(rest) < len(best[1]):
            best = used, rest
        if not rest:
            break
        for value in sorted(values, key=len):
            step = rest[len(value) :]
            state = step, frozenset((*used, value))
            if value and value not in used and rest.startswith(value) and state not in seen:
                seen.add(state)
                pending.append(([*used, value], step))
    return best
