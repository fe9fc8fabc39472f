"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal

from .._runtime.model import Model


class PaymentTransfer(Model):
    amount: Decimal | None = None
    iban: str
