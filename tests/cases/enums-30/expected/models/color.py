"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Color = TypeAliasType("Color", Literal["red", "green"])
"""
'red' (import os).
'green' (RED).
"""
