"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .._runtime.model import Model
from .formats import Base64Bytes, DecimalNumber, UnixTime
from .point import Point
from .stop import Leg


class RouteNamedValueItem2(Model):
    km: int | None = None


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
