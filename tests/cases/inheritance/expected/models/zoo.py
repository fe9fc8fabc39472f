"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .animal import Animal
from .bird import Bird
from .fish import Fish
from .person import Person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .animal import AnimalFields
    from .bird import BirdFields
    from .fish import FishFields
    from .owl import OwlFields
    from .person import PersonFields
    from .saw_shark import SawSharkFields
    from .shark import SharkFields


class Zoo(Model):
    star: Animal | None = None
    all: list[Animal] | None = None
    by: dict[str, Bird] | None = None
    fish: Fish | None = None
    keeper: Person | None = None


class ZooFields(TypedDict, total=False):
    """The fields of `Zoo`, given in place of one."""

    star: Animal | AnimalFields | BirdFields | OwlFields
    all: Sequence[Animal | AnimalFields | BirdFields | OwlFields]
    by: Mapping[str, Bird | BirdFields | OwlFields]
    fish: Fish | FishFields | SharkFields | SawSharkFields
    keeper: Person | PersonFields
