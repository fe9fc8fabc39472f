"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .account_user import AccountUser
from .payment_term import PaymentTerm
from .priority import Priority
from .shipping_term import ShippingTerm


class Defaults(Model):
    """Settings of a customer that apply unless said otherwise."""

    object: Literal["customer_defaults"] | None = None
    """Always customer_defaults."""
    payment_term: PaymentTerm | None = None
    """Payment term of the customer; expandable as defaults.payment_term."""
    shipping_term: ShippingTerm | None = None
    """Shipping term of the customer; expandable as defaults.shipping_term."""
    priority: Priority | None = None
    """Priority of the customer; expandable as defaults.priority."""
    sales_rep: AccountUser | None = None
    """Sales representative of the customer; expandable as defaults.sales_rep."""
