"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .circle import Circle
from .square import Square

Unmarked = TypeAliasType("Unmarked", Square | Circle)
