"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, TypedDict

from pydantic import Field

from .pet import Pet


class Dog(Pet):
    pet_type: Annotated[str, Field(alias="petType")] = "dog"
    bark_volume: Annotated[int | None, Field(alias="barkVolume")] = None


class DogFields(TypedDict, total=False):
    """The fields of `Dog`, given in place of one."""

    pet_type: str
    bark_volume: int
