"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from .._runtime.model import Model


class Quantity(Model):
    """An amount with its unit."""

    id: str | None = None
    """Id of the quantity."""
    object: Literal["quantity"] | None = None
    """Always quantity."""
    value: Decimal | None = None
    """The exact amount as text."""
    display_value: str | None = None
    """The amount as people read it, unit abbreviation included."""
    unit: dict[str, Any] | None = None
    """Unit of the amount; said to be null in this operation."""
