"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Level = TypeAliasType("Level", Literal[1, 2])
"""
1 (Low): Goes by train.
2 (High): Goes by plane.
"""
