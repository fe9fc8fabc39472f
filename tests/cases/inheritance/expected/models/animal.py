"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bird import BirdFields
    from .owl import OwlFields


class Animal(Model):
    kind: str
    friend: Animal | None = None
    home: Home | None = None


class AnimalFields(TypedDict, total=False):
    """The fields of `Animal`, given in place of one."""

    kind: Required[str]
    friend: Animal | AnimalFields | BirdFields | OwlFields
    home: Home | HomeFields


class Home(Model):
    guests: list[Animal] | None = None


class HomeFields(TypedDict, total=False):
    """The fields of `Home`, given in place of one."""

    guests: Sequence[Animal | AnimalFields | BirdFields | OwlFields]
