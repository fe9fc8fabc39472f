"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model


class Priority(Model):
    """A degree of urgency."""

    id: str | None = None
    """Id of the priority."""
    object: Literal["priority"] | None = None
    """Always priority."""
    code: Literal["low", "normal", "high"] | None = None
    """The priority for programs."""
    name: str | None = None
    """Name to show."""
    owner: dict[str, Any] | None = None
    """Who owns the priority; always null in this operation."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
