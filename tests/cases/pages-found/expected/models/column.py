"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Column(Model):
    id: str
    width: int | None = None
