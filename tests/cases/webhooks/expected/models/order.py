"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from .._runtime.model import Model


class Order(Model):
    id: str
    total: Decimal | None = None
    placed: datetime | None = None
