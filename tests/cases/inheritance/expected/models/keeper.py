"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .person import Person


class Keeper(Person):
    badge: int | None = None
