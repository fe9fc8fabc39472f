"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class OtherPet(Model):
    kind: str | None = None
    name: str | None = None
    species: str | None = None
