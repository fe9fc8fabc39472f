"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from .._runtime.model import Model


class Role(Model):
    label: str
    since: date = Field(default=...)
    """Read only."""
