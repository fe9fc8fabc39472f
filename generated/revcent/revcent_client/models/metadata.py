"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Metadata(Model):
    """A pair of the account's own."""

    name: str
    """Name, 1 to 100 characters."""
    value: str
    """Value, 1 to 255 characters."""
