"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from pydantic import Field

from .user import User


class Admin(User):
    level: int = Field(default=...)
    """Read only."""
