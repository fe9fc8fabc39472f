"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class Tokens(Model):
    next_page_token: str | None = None
    rows: list[Row] | None = None
