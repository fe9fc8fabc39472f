"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .customer_summary_redemptions_gift import CustomerSummaryRedemptionsGift
from .customer_summary_redemptions_loyalty_card import CustomerSummaryRedemptionsLoyaltyCard


class CustomerSummaryRedemptions(Model):
    """Counts of redemptions."""

    total_redeemed: int
    """Redemptions in all."""
    total_failed: int
    """Redemptions that failed."""
    total_succeeded: int
    """Redemptions that worked."""
    total_rolled_back: int
    """Redemptions rolled back."""
    total_rollback_failed: int
    """Rollbacks that failed."""
    total_rollback_succeeded: int
    """Rollbacks that worked."""
    gift: CustomerSummaryRedemptionsGift
    """Credits on gift cards."""
    loyalty_card: CustomerSummaryRedemptionsLoyaltyCard
    """Points on loyalty cards."""
