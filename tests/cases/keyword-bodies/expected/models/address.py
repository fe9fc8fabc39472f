"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Address(Model):
    city: str
    zip_code: Annotated[str | None, Field(alias="zip-code")] = None


class AddressFields(TypedDict, total=False):
    """The fields of `Address`, given in place of one."""

    city: Required[str]
    zip_code: str | None
