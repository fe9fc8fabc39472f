"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypeAliasType

Value = TypeAliasType("Value", str | list[Any])
