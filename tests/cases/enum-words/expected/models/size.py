"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Size = TypeAliasType("Size", Literal["s", "m", "l"])
"""
's' (Small).
'm' (Medium): As usual.
"""
