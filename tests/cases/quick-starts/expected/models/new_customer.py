"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class NewCustomerAddress(Model):
    city: str | None = None


class NewCustomerAddressFields(TypedDict, total=False):
    """The fields of `NewCustomerAddress`, given in place of one."""

    city: str


class NewCustomer(Model):
    email: str | None = None
    address: NewCustomerAddress | None = None


class NewCustomerFields(TypedDict, total=False):
    """The fields of `NewCustomer`, given in place of one."""

    email: str
    address: NewCustomerAddress | NewCustomerAddressFields
