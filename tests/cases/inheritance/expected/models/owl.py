"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .bird import Bird


class Owl(Bird):
    kind: str = "Owl"
    eyes: int
