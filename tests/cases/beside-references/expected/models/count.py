"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Count = TypeAliasType("Count", int)
