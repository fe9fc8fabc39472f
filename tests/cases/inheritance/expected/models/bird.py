"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .animal import Animal


class Bird(Animal):
    kind: str = "bird"
    wings: int | None = None
