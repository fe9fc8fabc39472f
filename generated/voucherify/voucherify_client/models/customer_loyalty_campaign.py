"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerLoyaltyCampaign(Model):
    """State of the customer in one campaign."""

    points: int | None = None
    """Points left."""
    loyalty_tier: str | None = None
    """Identifier of the tier."""
    referred_customers: int | None = None
    """Number of customers this one referred."""
