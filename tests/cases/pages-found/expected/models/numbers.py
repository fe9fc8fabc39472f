"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class NumbersMeta(Model):
    total_pages: int | None = None
    total_count: int | None = None


class Numbers(Model):
    rows: list[Row] | None = None
    meta: NumbersMeta | None = None
