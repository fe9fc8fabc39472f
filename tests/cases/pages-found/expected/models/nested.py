"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .row import Row


class NestedResult(Model):
    items: list[Row] | None = None


class NestedPagingNext(Model):
    after: str | None = None
    link: str | None = None


class NestedPaging(Model):
    next: NestedPagingNext | None = None


class Nested(Model):
    result: NestedResult | None = None
    paging: NestedPaging | None = None
