"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Shelf(Model):
    room: str | None = None


class ShelfFields(TypedDict, total=False):
    """The fields of `Shelf`, given in place of one."""

    room: str
