"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Required, TypedDict

from .._runtime.model import Model
from .price import Price
from .shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .price import PriceFields
    from .shelf import ShelfFields


class Book(Model):
    id: int
    lang: str | None = None
    title: str | None = None
    printed: datetime | None = None
    pages: int | None = None
    sold: bool | None = None
    state: Literal["new", "used"] | None = None
    authors: list[str]
    prices: list[Price]
    shelf: Shelf | None = None
    extra: dict[str, float] | None = None
    sequel: Book | None = None
    any: Any | None = None


class BookFields(TypedDict, total=False):
    """The fields of `Book`, given in place of one."""

    id: Required[int]
    lang: str
    title: str
    printed: datetime
    pages: int | None
    sold: bool
    state: Literal["new", "used"]
    authors: Required[Sequence[str]]
    prices: Required[Sequence[Price | PriceFields]]
    shelf: Shelf | ShelfFields
    extra: Mapping[str, float]
    sequel: Book | BookFields
    any: Any
