"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .cat import Cat
from .dog import Dog
from .other_pet import OtherPet

Pet = TypeAliasType("Pet", Cat | Dog | OtherPet)
