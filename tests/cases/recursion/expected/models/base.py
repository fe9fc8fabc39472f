"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class Base(Model):
    next: Derived | None = None


class Derived(Base):
    depth: int | None = None
