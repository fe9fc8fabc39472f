"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class Uris(Model):
    rows: list[Row] | None = None
    page: int | None = None
    next_page_uri: str | None = None
