"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class HitsPagesModelNext(Model):
    starting_after: str | None = None


class HitsPagesModel(Model):
    next: HitsPagesModelNext | None = None


class Hits(Model):
    data: list[Row] | None = None
    pages: HitsPagesModel | None = None
