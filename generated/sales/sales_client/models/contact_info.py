"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class ContactInfo(Model):
    """How to reach a customer."""

    object: Literal["customer_contact_info"] | None = None
    """Always customer_contact_info."""
    email: str | None = None
    """Email address."""
    phone: str | None = None
    """Telephone number."""
    url: str | None = None
    """Address of the website."""
