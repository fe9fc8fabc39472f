"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.model import Model
from .formats import DecimalNumber


class Price(Model):
    amount: DecimalNumber | None = None
    text: Decimal | None = None
    count: int | None = None
    ratio: float | None = None
    steps: list[Price] | None = None
    next: Price | None = None
    rates: dict[str, DecimalNumber] | None = None
