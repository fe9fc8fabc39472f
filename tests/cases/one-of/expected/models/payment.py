"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .payment_card import PaymentCard
from .payment_transfer import PaymentTransfer


class Card(Model):
    number: str


class Transfer(Model):
    iban: str


Payment = TypeAliasType("Payment", PaymentCard | PaymentTransfer)
