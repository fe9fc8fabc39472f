"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class LifetimeValueChargeback(Model):
    """Sums over chargebacks."""

    amount: float | None = None
    """Sum of the chargebacks."""
    num: int | None = None
    """Number of chargebacks."""
    avg: float | None = None
    """Mean amount of a chargeback."""
