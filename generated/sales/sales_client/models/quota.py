"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model


class Quota(Model):
    """How much of a plan is used up."""

    limit: int | None = None
    """Most resources that the plan allows."""
    used: int | None = None
    """Resources in use."""
    reset_at: datetime | None = None
    """When counting starts anew; null for limits that do not reset."""
