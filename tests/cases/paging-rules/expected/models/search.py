"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import DecimalNumber


class SearchPage(Model):
    after: str | None = None
    size: int | None = None


class Search(Model):
    sum: DecimalNumber | None = None
    page: SearchPage | None = None
