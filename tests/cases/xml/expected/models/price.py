"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Price(Model):
    currency: str | None = None
    value: float | None = None
    years: list[int] | None = None
