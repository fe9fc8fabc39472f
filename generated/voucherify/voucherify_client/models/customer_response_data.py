"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model
from .customer_assets import CustomerAssets
from .customer_loyalty import CustomerLoyalty
from .customer_referrals import CustomerReferrals
from .customer_summary import CustomerSummary


class CustomerResponseData(Model):
    """What Voucherify records of a customer."""

    id: str | None = None
    """Identifier that Voucherify gave."""
    source_id: str | None = None
    """Identifier from the user's own system, or an email address; ignored where `id` is given too."""
    summary: CustomerSummary | None
    """Sums over redemptions and orders, or null."""
    loyalty: CustomerLoyalty | None
    """Loyalty cards, or null."""
    referrals: CustomerReferrals | None
    """Referrals, or null."""
    system_metadata: dict[str, Any] | None = None
    """Metadata of the system."""
    created_at: datetime | None = None
    """Time of creation (ISO 8601)."""
    updated_at: datetime | None = None
    """Time of the last change (ISO 8601)."""
    assets: CustomerAssets | None = None
    """Pages made for the customer."""
    object: Literal["customer"]
    """Type of the object. Default customer."""
