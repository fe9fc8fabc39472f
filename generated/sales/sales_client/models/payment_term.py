"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model


class PaymentTerm(Model):
    """A way of paying that was agreed on."""

    id: str | None = None
    """Id of the payment term."""
    object: Literal["payment_term"] | None = None
    """Always payment_term."""
    name: str | None = None
    """Name to show."""
    status: Literal["active", "inactive"] | None = None
    """Whether the term is in use."""
    owner: dict[str, Any] | None = None
    """Who owns the term; always null in this operation."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
