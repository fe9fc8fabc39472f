"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Required, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .code import Code
from .codes import Codes
from .count import Count
from .home import Home
from .state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .home import HomeFields


OrderDue = TypeAliasType("OrderDue", date)
"""A date for a narrower format."""


class Order(Model):
    count: Count
    """At most 10."""
    again: Count | None = None
    """At most 10."""
    around: Count | None = None
    """Around it. At most 10."""
    code: Code | None = None
    """Length 2 to 5. Pattern ^[A-Z]+$"""
    codes: Codes | None = None
    """1 to 9 items."""
    maybe: Code | None = None
    """At most 8 characters."""
    state: State | None = None
    """Said by a branch. Read only."""
    next: State | None = None
    """Default paid. Deprecated."""
    due: OrderDue | None = None
    home: Home | None = None
    steps: list[Count] | None = None


class OrderFields(TypedDict, total=False):
    """The fields of `Order`, given in place of one."""

    count: Required[int]
    again: int
    around: int
    code: str
    codes: Sequence[str]
    maybe: str | None
    next: State
    due: date
    home: Home | HomeFields
    steps: Sequence[int]
