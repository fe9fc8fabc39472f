"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerSummaryRedemptionsLoyaltyCard(Model):
    """Points on loyalty cards."""

    redeemed_points: int
    """Points spent."""
    points_to_go: int
    """Points left on all cards."""
