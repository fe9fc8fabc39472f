"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .customer_summary_orders import CustomerSummaryOrders
from .customer_summary_redemptions import CustomerSummaryRedemptions


class CustomerSummary(Model):
    """Sums over what the customer did."""

    redemptions: CustomerSummaryRedemptions
    """Counts of redemptions."""
    orders: CustomerSummaryOrders
    """Sums over orders."""
