"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Address(Model):
    street: str | None = None


class AddressFields(TypedDict, total=False):
    """The fields of `Address`, given in place of one."""

    street: str
