"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import UnixTime


class Row(Model):
    id: int | None = None
    made: UnixTime | None = None
