"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model


class ShippingTerm(Model):
    """A way of charging for freight."""

    id: str | None = None
    """Id of the shipping term."""
    object: Literal["shipping_term"] | None = None
    """Always shipping_term."""
    name: str | None = None
    """Name to show."""
    type: Literal["free_freight", "flat_rate_freight", "carrier_rate_freight"] | None = None
    """How freight is charged."""
    owner: dict[str, Any] | None = None
    """Who owns the term; always null in this operation."""
    flat_rate: dict[str, Any] | None = None
    """The flat rate if there is one; always null in this operation."""
    minimum_order_value: dict[str, Any] | None = None
    """Least value of an order if there is one; always null in this operation."""
    free_shipping_service_levels: dict[str, Any] | None = None
    """Service levels with free shipping; always null in this operation."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
