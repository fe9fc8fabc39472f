"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model


class FindBooksFind(Model):
    title: str | None = None
    tags: list[str] | None = None
    way: str | None = None
    since: datetime | None = None
