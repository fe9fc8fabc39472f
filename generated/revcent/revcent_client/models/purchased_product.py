"""Models: generated from specs/revcent/openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import UnixTime


class PurchasedProduct(Model):
    """A product that a customer bought, over all purchases."""

    id: str | None = None
    """Identifier of the product. Length 20."""
    name: str | None = None
    """Name of the product."""
    internal_id: str | None = None
    """The account's own identifier of the product."""
    sku: str | None = None
    """Stock keeping unit."""
    quantity: int | None = None
    """Pieces bought in all."""
    price: float | None = None
    """Mean price paid."""
    amount_gross: float | None = None
    """Money moved for this product."""
    amount_refunded: float | None = None
    """Money given back for this product."""
    purchase_count: int | None = None
    """Number of purchases."""
    purchase_dates: list[UnixTime] | None = None
    """When each purchase was made."""
