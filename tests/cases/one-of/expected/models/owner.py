"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .animal import Animal
from .payment import Payment
from .unmarked import Unmarked


class OwnerContact(Model):
    mail: str | None = None


class Owner(Model):
    animal: Animal | None = None
    animals: list[Animal] | None = None
    figure: Unmarked | None = None
    id: str | int | None = None
    contact: str | OwnerContact | None = None
    payment: Payment | None = None
