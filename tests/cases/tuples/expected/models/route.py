"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, Required, TypedDict

from .._runtime.model import Model
from .formats import Base64Bytes, DecimalNumber, UnixTime
from .point import Point
from .stop import Leg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from .stop import Stop, StopFields


class RouteNamedValueItem2(Model):
    km: int | None = None


class RouteNamedValueItem2Fields(TypedDict, total=False):
    """The fields of `RouteNamedValueItem2`, given in place of one."""

    km: int


class Route(Model):
    start: Point
    legs: list[Leg] | None = None
    named: dict[str, tuple[str, RouteNamedValueItem2]] | None = None
    seen: tuple[UnixTime, Base64Bytes] | None = None
    cost: tuple[DecimalNumber, Literal["EUR", "USD"]] | None = None
    """0 to 2 items."""
    either: tuple[str] | tuple[str, date] | None = None
    some: list[str | int] | None = None
    """At least 1 items."""
    more: list[str | int] | None = None


class RouteFields(TypedDict, total=False):
    """The fields of `Route`, given in place of one."""

    start: Required[tuple[float, float]]
    legs: Sequence[tuple[Stop | StopFields, tuple[float, float] | None]]
    named: Mapping[str, tuple[str, RouteNamedValueItem2 | RouteNamedValueItem2Fields]]
    seen: tuple[datetime | int, bytes] | None
    cost: tuple[Decimal, Literal["EUR", "USD"]]
    either: tuple[str] | tuple[str, date]
    some: Sequence[str | int]
    more: Sequence[str | int]
