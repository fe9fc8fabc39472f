"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .thing import Thing


class Page(Model):
    results: list[Thing] | None = None
    next: str | None = None
