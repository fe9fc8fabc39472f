"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model
from .portal_visibility import PortalVisibility


class ServiceLevel(Model):
    """A level of service that a carrier offers."""

    id: str | None = None
    """Id of the service level."""
    object: Literal["service_level"] | None = None
    """Always service_level."""
    name: str | None = None
    """Name to show."""
    service_level_token: str | None = None
    """Token of the service level."""
    customer_portal_visibility: PortalVisibility | None = None
    is_default: bool | None = None
    """Whether the carrier's default level is this one."""
    owner: dict[str, Any] | None = None
    """Who owns the service level; always null in this operation."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
