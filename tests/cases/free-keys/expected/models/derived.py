"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .dates import Dates


class Derived(Dates):
    b: int | None = None
