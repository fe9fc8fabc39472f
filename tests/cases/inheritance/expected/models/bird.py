"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .animal import Animal

if TYPE_CHECKING:
    from .animal import AnimalFields, Home, HomeFields
    from .owl import OwlFields


class Bird(Animal):
    kind: str = "bird"
    wings: int | None = None


class BirdFields(TypedDict, total=False):
    """The fields of `Bird`, given in place of one."""

    kind: str
    friend: Animal | AnimalFields | BirdFields | OwlFields
    home: Home | HomeFields
    wings: int
