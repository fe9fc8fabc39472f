"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class Line(Model):
    n: int | None = None
    all: list[Any] | None = None
