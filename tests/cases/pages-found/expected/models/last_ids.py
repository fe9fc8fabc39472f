"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class LastIds(Model):
    data: list[Row] | None = None
    last_id: str | None = None
    has_more: bool | None = None
