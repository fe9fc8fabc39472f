"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Cat(Model):
    pet_type: Annotated[Literal["cat"], Field(alias="petType")]
    lives: int | None = None
