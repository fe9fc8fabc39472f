"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model
from .portal_visibility import PortalVisibility


class Carrier(Model):
    """A company that transports goods."""

    id: str | None = None
    """Id of the carrier."""
    object: Literal["carrier"] | None = None
    """Always carrier."""
    name: str | None = None
    """Name to show."""
    code: Literal["fedex", "ups", "usps", "will_call", "delivery", "ltl", "ltl1", "freight_collect"] | None = None
    """Which carrier it is."""
    account_number: str | None = None
    """Number of the account."""
    customer_portal_visibility: PortalVisibility | None = None
    owner: dict[str, Any] | None = None
    """Who owns the carrier; always null in this operation."""
    service_levels: dict[str, Any] | None = None
    """Service levels that the carrier offers; said to be null in this operation."""
    deleted_at: datetime | None = None
    """When it was soft-deleted."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
