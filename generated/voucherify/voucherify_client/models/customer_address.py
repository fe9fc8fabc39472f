"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerAddress(Model):
    """Postal address."""

    city: str | None = None
    """Town."""
    state: str | None = None
    """State or province."""
    line_1: str | None = None
    """Street address."""
    line_2: str | None = None
    """Second line of the address."""
    country: str | None = None
    """Country."""
    postal_code: str | None = None
    """Postal code."""
