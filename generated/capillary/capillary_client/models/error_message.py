"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class ErrorMessage(Model):
    """A failure in words."""

    message: str | None = None
    """What went wrong."""
