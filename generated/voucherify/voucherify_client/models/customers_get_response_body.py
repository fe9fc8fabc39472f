"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .customer_with_summary_loyalty_referrals import CustomerWithSummaryLoyaltyReferrals


class CustomersGetResponseBody(CustomerWithSummaryLoyaltyReferrals):
    """Answer with one customer."""
