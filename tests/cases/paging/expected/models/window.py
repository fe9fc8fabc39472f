"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class WindowMeta(Model):
    rows: list[Row] | None = None
    count: int | None = None


class Window(Model):
    meta: WindowMeta | None = None
