"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .address import Address, AddressFields


class Home(Address):
    """Where somebody lives."""


class HomeFields(AddressFields, total=False):
    """The fields of `Home`, given in place of one."""
