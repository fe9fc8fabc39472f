"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .address import Address
from .addresses import Addresses
from .card import Card
from .customer_fields import CustomerFields
from .formats import UnixTime
from .label import Label
from .person import Person, PersonFields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from .address import AddressFields
    from .card import CardFields
    from .customer_fields import CustomerFieldsFields


class Customer(Person):
    others: Addresses | None = None
    labels: dict[str, Label] | None = None
    pays: Card | Address | None = None
    more: CustomerFields | None = None
    since: UnixTime | None = None


class CustomerFields2(PersonFields, total=False):
    """The fields of `Customer`, given in place of one."""

    others: Sequence[Address | AddressFields]
    labels: Mapping[str, Label | Mapping[str, str | int]]
    pays: Card | CardFields | Address | AddressFields
    more: CustomerFields | CustomerFieldsFields
    since: datetime | int
