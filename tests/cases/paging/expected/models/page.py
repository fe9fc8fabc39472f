"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class Page(Model):
    results: list[Row] | None = None
    total_pages: int | None = None
    next: str | None = None
