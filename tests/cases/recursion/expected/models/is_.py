"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class Is(Model):
    kind: Literal["is"]
    limit: int | None = None
