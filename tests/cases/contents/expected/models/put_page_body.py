"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import Upload


class PutPageBody(Model):
    page: Upload | None = None
    tags: list[str] | None = None
