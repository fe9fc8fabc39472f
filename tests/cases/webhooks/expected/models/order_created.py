"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .order import Order


class OrderCreated(Model):
    type: Literal["order.created"]
    order: Order
