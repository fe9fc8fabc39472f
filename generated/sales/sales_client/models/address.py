"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model


class Address(Model):
    """An address of a customer."""

    id: str | None = None
    """Id of the address."""
    object: Literal["address"] | None = None
    """Always address."""
    name: str | None = None
    """Name to show."""
    phone: str | None = None
    """Telephone number at the address."""
    email: str | None = None
    """Email address that belongs to it."""
    type: Literal["standard", "drop_ship"] | None = None
    """Kind of address; the page calls it expandable in the billing address only."""
    geolocation: dict[str, Any] | None = None
    """Place on the map; always null in this operation."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
