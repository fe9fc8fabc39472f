"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class BillLine(Model):
    price: int | None = None


class BillLineFields(TypedDict, total=False):
    """The fields of `BillLine`, given in place of one."""

    price: int


class Bill(Model):
    number: str
    lines: list[BillLine] | None = None


class BillFields(TypedDict, total=False):
    """The fields of `Bill`, given in place of one."""

    number: Required[str]
    lines: Sequence[BillLine | BillLineFields]
