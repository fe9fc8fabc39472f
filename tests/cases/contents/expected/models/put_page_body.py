"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class PutPageBody(Model):
    page: bytes | None = None
    tags: list[str] | None = None
