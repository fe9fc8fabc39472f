"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Dog(Model):
    pet_type: Annotated[Literal["dog"], Field(alias="petType")]
    barks: bool | None = None
