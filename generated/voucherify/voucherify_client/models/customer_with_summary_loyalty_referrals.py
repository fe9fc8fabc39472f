"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .customer_base import CustomerBase
from .customer_response_data import CustomerResponseData


class CustomerWithSummaryLoyaltyReferrals(CustomerResponseData, CustomerBase):
    """A customer, with sums, loyalty and referrals."""
