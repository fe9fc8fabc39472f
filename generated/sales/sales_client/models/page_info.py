"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class PageInfo(Model):
    """Where a page stands in its list."""

    next_page_url: str | None = None
    """Address of the following page; null on the last."""
    previous_page_url: str | None = None
    """Address of the preceding page; null on the first."""
    has_next_page: bool | None = None
    """Whether a page follows."""
    has_prev_page: bool | None = None
    """Whether a page precedes."""
