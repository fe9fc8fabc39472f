"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .customer_referrals_campaigns_item import CustomerReferralsCampaignsItem


class CustomerReferrals(Model):
    """How often others referred this customer, and from where."""

    total: int
    """Number of referrals of this customer."""
    campaigns: list[CustomerReferralsCampaignsItem]
    """Where the referrals came from."""
