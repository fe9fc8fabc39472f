"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .customer import Customer
from .formats import UnixTime


class CustomerPage(Model):
    """One page of customers."""

    api_call_id: str | None = None
    """Identifier of this call. Length 20."""
    api_call_unix: UnixTime | None = None
    """When the call began."""
    code: Literal[1] | None = None
    """1 for success."""
    current_count: int | None = None
    """Number of customers on this page."""
    current_page: int | None = None
    """Number of this page."""
    results: list[Customer] | None = None
    """The customers of this page."""
    total_count: int | None = None
    """Number of customers in the range."""
    total_pages: int | None = None
    """Number of pages at this limit."""
