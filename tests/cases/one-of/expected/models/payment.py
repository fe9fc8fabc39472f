"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from decimal import Decimal

from typing_extensions import TypeAliasType

from .._runtime.model import Model


class Card(Model):
    amount: Decimal | None = None
    number: str


class Transfer(Model):
    amount: Decimal | None = None
    iban: str


Payment = TypeAliasType("Payment", Card | Transfer)
