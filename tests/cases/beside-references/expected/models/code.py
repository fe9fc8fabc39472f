"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Code = TypeAliasType("Code", str)
