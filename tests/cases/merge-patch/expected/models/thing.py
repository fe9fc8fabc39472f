"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .inner import Inner


class Thing(Model):
    name: str | None = None
    parts: dict[str, Inner] | None = None
