"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Bank(Model):
    pay_type: Annotated[str | None, Field(alias="payType")] = None
    account_number: Annotated[str | None, Field(alias="accountNumber")] = None


class BankFields(TypedDict, total=False):
    """The fields of `Bank`, given in place of one."""

    pay_type: str
    account_number: str
