"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerAssets(Model):
    """Pages made for the customer; cockpits are gone and their URLs lead to the preference center."""

    cockpit_url: str | None = None
    """URL of the preference center, formerly of the cockpit."""
    cockpit_preference_center_url: str | None = None
    """URL of the preference center."""
