"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class Offsets(Model):
    rows: list[Row] | None = None
    offset: int | None = None
    more: bool | None = None
    total: int | None = None
