"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class Price(Model):
    currency: str | None = None
    value: float | None = None
    years: list[int] | None = None


class PriceFields(TypedDict, total=False):
    """The fields of `Price`, given in place of one."""

    currency: str
    value: float
    years: Sequence[int]
