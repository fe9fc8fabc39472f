"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .tag import Tag


class Label(Model):
    text: str
    on: Label | Tag | None = None
