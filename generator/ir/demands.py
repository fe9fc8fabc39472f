"""Demands: what facts say together, where one value is held to several."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, TypeVar

from .types import PLAIN, Facts, Type

_HIGHEST = ("minimum", "above", "min_length", "min_items", "min_properties")
_LOWEST = ("maximum", "below", "max_length", "max_items", "max_properties")

_Kind = TypeVar("_Kind", bound=Type)


def both(one: Facts, other: Facts) -> Facts:
    """Return what two facts demand together: of bounds the tighter ones, of all else what the second one says, if it
    does.

    >>> found = both(Facts(minimum=1, maximum=9, pattern="a"), Facts(maximum=5, format="int32"))
    >>> found == Facts(minimum=1, maximum=5, pattern="a", format="int32")
    True
    """
    if PLAIN in (one, other):
        return other if one == PLAIN else one
    found: dict[str, Any] = {}
    for names, choose in ((_HIGHEST, max), (_LOWEST, min), (("multiple_of",), _common)):
        for name in names:
            values = [each for each in (getattr(one, name), getattr(other, name)) if each is not None]
            found[name] = choose(values) if values else None
    others = tuple(sorted({**dict(one.others), **dict(other.others)}.items()))
    found |= {"format": other.format or one.format, "pattern": other.pattern or one.pattern}
    return Facts(**found, unique=one.unique or other.unique, others=others)


def held(found: _Kind, facts: Facts) -> _Kind:
    """Return a type whose values are held to some facts besides."""
    return found if facts == PLAIN else replace(found, facts=both(found.facts, facts))


def _common(values: list[float]) -> float:
    """Return the step of all that are multiples of some numbers."""
    whole = [int(each) for each in values if float(each).is_integer()]
    return math.lcm(*whole) if len(whole) == len(values) else values[-1]
