"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class HitsPagesNext(Model):
    starting_after: str | None = None


class HitsPages(Model):
    next: HitsPagesNext | None = None


class Hits(Model):
    data: list[Row] | None = None
    pages: HitsPages | None = None
