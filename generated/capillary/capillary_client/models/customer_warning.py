"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerWarning(Model):
    """Something to notice about an answer."""

    status: bool | None = None
    """State of the warning."""
    code: int | None = None
    """The warning for programs."""
    message: str | None = None
    """The warning for people."""
