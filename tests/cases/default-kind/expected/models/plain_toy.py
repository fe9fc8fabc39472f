"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .toy import Toy


class PlainToy(Toy):
    kind: str | None = "PlainToy"
    colour: str | None = None
