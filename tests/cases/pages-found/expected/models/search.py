"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class SearchPagination(Model):
    starting_after: str | None = None
    per_page: int | None = None


class Search(Model):
    query: str | None = None
    pagination: SearchPagination | None = None
