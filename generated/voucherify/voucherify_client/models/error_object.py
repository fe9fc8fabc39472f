"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .validation_rule_error import ValidationRuleError


class ErrorObject(Model):
    """An answer that reports an error."""

    code: int
    """HTTP status."""
    key: str | None = None
    """Kind of error, in short."""
    message: str
    """What went wrong, for people."""
    details: str | None = None
    """More of the same, for people."""
    request_id: str | None = None
    """Identifier to give to the provider's support."""
    resource_id: str | None = None
    """Identifier of the object concerned, for a further call."""
    resource_type: str | None = None
    """Type of the object concerned."""
    error: ValidationRuleError | None = None
    """More about the error."""
