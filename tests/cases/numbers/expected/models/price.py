"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .formats import DecimalNumber

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Price(Model):
    amount: DecimalNumber | None = None
    text: Decimal | None = None
    count: int | None = None
    ratio: float | None = None
    steps: list[Price] | None = None
    next: Price | None = None
    rates: dict[str, DecimalNumber] | None = None


class PriceFields(TypedDict, total=False):
    """The fields of `Price`, given in place of one."""

    amount: Decimal
    text: Decimal
    count: int
    ratio: float
    steps: Sequence[Price | PriceFields]
    next: Price | PriceFields
    rates: Mapping[str, Decimal]
