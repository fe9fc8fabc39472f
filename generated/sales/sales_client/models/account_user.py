"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model


class AccountUser(Model):
    """A person with access to an account."""

    id: str | None = None
    """Id of the account user."""
    object: Literal["account_user"] | None = None
    """Always account_user."""
    name: str | None = None
    """Name to show."""
    email: str | None = None
    """Email address."""
    username: str | None = None
    """User name."""
    image_url: str | None = None
    """Address of the profile picture."""
    status: Literal["active", "disabled", "removed"] | None = None
    """State of the account user."""
    role: dict[str, Any] | None = None
    """Role given to the user; always null in this operation."""
    department: dict[str, Any] | None = None
    """Department of the user; always null in this operation."""
    last_used_at: datetime | None = None
    """When the user last worked in it."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
