"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .customer_loyalty_campaign import CustomerLoyaltyCampaign


class CustomerLoyalty(Model):
    """State of the customer's loyalty cards."""

    points: int
    """Points on all loyalty cards without the expired ones."""
    referred_customers: int
    """Number of customers this one referred."""
    campaigns: dict[str, CustomerLoyaltyCampaign]
    """State in each campaign, by its name."""
