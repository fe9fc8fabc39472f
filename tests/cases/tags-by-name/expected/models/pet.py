"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Pet(Model):
    pet_type: Annotated[str, Field(alias="petType")]


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, given in place of one."""

    pet_type: Required[str]
