"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .toy import Toy


class Ball(Toy):
    kind: str | None = "Ball"
    size: int | None = None
