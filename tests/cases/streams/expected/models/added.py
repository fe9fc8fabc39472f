"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .piece import Piece


class Added(Model):
    event: Literal["added"]
    data: Piece
    id: str | None = None
