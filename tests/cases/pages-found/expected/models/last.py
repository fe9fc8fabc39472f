"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .column import Column
from .row import Row


class Last(Model):
    data: list[Row | Column] | None = None
    has_more: bool | None = None
