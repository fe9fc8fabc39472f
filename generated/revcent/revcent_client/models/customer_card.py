"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import UnixTime


class CustomerCard(Model):
    """A credit card of a customer."""

    id: str | None = None
    """Identifier of the card. Length 20."""
    type: str | None = None
    """Kind of card."""
    first_6: str | None = None
    """First six digits (the BIN)."""
    last_4: str | None = None
    """Last four digits."""
    expiry_date: str | None = None
    """Month and year of expiry, MM/YY."""
    expiry_month: str | None = None
    """Month of expiry, MM."""
    expiry_year: str | None = None
    """Year of expiry, YY."""
    is_default: bool | None = None
    """Whether payments use this card by default."""
    created_date_unix: UnixTime | None = None
    """When the record was made."""
    updated_date_unix: UnixTime | None = None
    """When the record last changed."""
