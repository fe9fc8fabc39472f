"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .formats import DecimalNumber

if TYPE_CHECKING:
    from decimal import Decimal


class SearchPage(Model):
    after: str | None = None
    size: int | None = None


class SearchPageFields(TypedDict, total=False):
    """The fields of `SearchPage`, given in place of one."""

    after: str
    size: int


class Search(Model):
    sum: DecimalNumber | None = None
    page: SearchPage | None = None


class SearchFields(TypedDict, total=False):
    """The fields of `Search`, given in place of one."""

    sum: Decimal
    page: SearchPage | SearchPageFields
