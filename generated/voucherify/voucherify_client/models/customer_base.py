"""Models: generated from specs/voucherify/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Any

from .._runtime.model import Model
from .customer_address import CustomerAddress


class CustomerBase(Model):
    """What the project knows of a customer."""

    name: str | None = None
    """First and last name."""
    description: str | None = None
    """Free text."""
    email: str | None = None
    """Email address."""
    phone: str | None = None
    """Telephone number, needed where codes go out by SMS."""
    birthday: date | None = None
    """Day of birth, YYYY-MM-DD; use `birthdate`. Deprecated."""
    birthdate: date | None = None
    """Day of birth, YYYY-MM-DD."""
    address: CustomerAddress | None = None
    """Postal address, or null."""
    metadata: dict[str, Any] | None = None
    """Pairs of the project's own, for segments and validation rules among others."""
