"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Item(Model):
    name: str | None = None


class ItemFields(TypedDict, total=False):
    """The fields of `Item`, given in place of one."""

    name: str
