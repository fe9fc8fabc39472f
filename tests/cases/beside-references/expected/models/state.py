"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

State = TypeAliasType("State", Literal["open", "paid"])
