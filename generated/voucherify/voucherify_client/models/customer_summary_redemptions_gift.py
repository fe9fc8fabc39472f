"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerSummaryRedemptionsGift(Model):
    """Credits on gift cards."""

    redeemed_amount: int
    """Credits spent, in hundredths. Default 0."""
    amount_to_go: int
    """Credits left on all gift cards, in hundredths. Default 0."""
