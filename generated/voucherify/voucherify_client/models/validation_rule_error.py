"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class ValidationRuleError(Model):
    """More about the error."""

    message: str | None = None
    """Text that the user set in a validation rule."""
