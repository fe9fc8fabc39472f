"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model


class CustomerSummaryOrders(Model):
    """
    Sums over orders that are PAID or FULFILLED, brought up to date when an order changes its status; CREATED and
    CANCELED ones do not count.
    """

    total_amount: int
    """Money spent, in hundredths."""
    total_count: int
    """Number of orders."""
    average_amount: int
    """total_amount / total_count, in hundredths."""
    last_order_amount: int
    """Money spent on the latest order, in hundredths."""
    last_order_date: datetime | None = None
    """Time of the latest order (ISO 8601)."""
