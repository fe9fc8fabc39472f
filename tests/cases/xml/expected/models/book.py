"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from .._runtime.model import Model
from .price import Price
from .shelf import Shelf


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
