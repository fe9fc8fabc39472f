"""What a process may not share with the one that it was forked from: locks and connections."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """Something that is made anew in a child."""

    def after_fork(self) -> None:
        """Replace what belongs to the parent. Runs in the child, which has one thread yet."""
        ...


_known: WeakSet[Forked] = WeakSet()


def remember(each: Forked) -> None:
    """Have `after_fork` called in every child that has this object."""
    _known.add(each)


def _in_child() -> None:
    for each in list(_known):
        each.after_fork()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_in_child)
