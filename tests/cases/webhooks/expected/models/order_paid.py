"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .order import Order


class OrderPaid(Model):
    type: Literal["order.paid", "order.paid_in_part"]
    order: Order
