"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CustomerGroup(Model):
    """A group that holds customers."""

    id: str | None = None
    """Identifier of the group. Length 20."""
    name: str | None = None
    """Name of the group."""
