"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Card(Model):
    pay_type: Annotated[str | None, Field(alias="payType")] = None
    card_number: Annotated[str | None, Field(alias="cardNumber")] = None


class CardFields(TypedDict, total=False):
    """The fields of `Card`, given in place of one."""

    pay_type: str
    card_number: str
