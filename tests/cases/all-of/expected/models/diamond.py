"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Diamond(Model):
    code: int
    text: str | None = None
    id: str
    name: str | None = None
