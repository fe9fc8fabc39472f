"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model


class CustomerReferralsCampaignsItem(Model):
    """One referral of this customer."""

    campaign_id: str
    """Identifier of the campaign."""
    referrer_id: str
    """Identifier of the customer who referred this one."""
    related_object_id: str
    """Identifier of the object behind the referral."""
    related_object_type: str
    """Type of that object, such as `redemption`."""
    date: datetime
    """Time of the referral (ISO 8601)."""
