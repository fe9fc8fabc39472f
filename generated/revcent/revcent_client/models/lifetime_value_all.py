"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class LifetimeValueAll(Model):
    """Sums over every kind of business."""

    amount_gross: float | None = None
    """Money moved: payments - payments_refunded."""
    amount_net: float | None = None
    """Money kept: amount_gross - amount_fees."""
    amount_refunded: float | None = None
    """Money given back, cancelled trials included."""
    amount_remaining: float | None = None
    """Money still to come: amount_to_salvage + awaiting_trial_expirations."""
    amount_to_salvage: float | None = None
    """Money in salvage transactions that are still open."""
    amount_total: float | None = None
    """What is left of the price: amount_original_total - (amount_refunded + amount_discounted)."""
    amount_discounted: float | None = None
    """Money let off by discounts."""
