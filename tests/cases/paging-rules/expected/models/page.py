"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class Page(Model):
    rows: list[Row] | None = None
    count: int | None = None
    more: bool | None = None
    next: str | None = None
