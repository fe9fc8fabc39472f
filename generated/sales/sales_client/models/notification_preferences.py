"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class NotificationPreferences(Model):
    """Which emails a customer accepts."""

    object: Literal["customer_notification_preferences"] | None = None
    """Always customer_notification_preferences."""
    accepts_invoice_emails: bool | None = None
    """Whether invoices may come by email."""
