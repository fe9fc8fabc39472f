"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class MetadataFilter(Model):
    """A pair to look for."""

    name: str
    """Name that must be there."""
    value: str
    """Value that the name must have; METADATA_NAME_EXISTS accepts any."""
