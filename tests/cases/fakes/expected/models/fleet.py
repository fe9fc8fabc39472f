"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .boat import Boat


class Fleet(Model):
    boats: list[Boat]
    next: str | None = None
