"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .._runtime.model import Model


class Sale(Model):
    kind: Literal["Sale"]
    sum: Decimal | None = None
