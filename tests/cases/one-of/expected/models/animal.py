"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from .cat import Cat
from .dog import Dog

Animal = TypeAliasType("Animal", Annotated[Cat | Dog, Field(discriminator="pet_type")])
