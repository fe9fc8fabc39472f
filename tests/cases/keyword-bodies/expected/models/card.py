"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Card(Model):
    number: str | None
    """Write only."""


class CardFields(TypedDict, total=False):
    """The fields of `Card`, given in place of one."""

    number: Required[str]
