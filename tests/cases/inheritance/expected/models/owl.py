"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .bird import Bird

if TYPE_CHECKING:
    from .animal import Animal, AnimalFields, Home, HomeFields
    from .bird import BirdFields


class Owl(Bird):
    kind: str = "Owl"
    eyes: int


class OwlFields(TypedDict, total=False):
    """The fields of `Owl`, given in place of one."""

    kind: str
    friend: Animal | AnimalFields | BirdFields | OwlFields
    home: Home | HomeFields
    wings: int
    eyes: Required[int]
