"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .address import Address

if TYPE_CHECKING:
    from .address import AddressFields


class Person(Model):
    id: str | None = None
    """Read only."""
    email: str
    address: Address | None = None


class PersonFields(TypedDict, total=False):
    """The fields of `Person`, given in place of one."""

    email: Required[str]
    address: Address | AddressFields
