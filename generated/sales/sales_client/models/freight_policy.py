"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

FreightPolicy = TypeAliasType("FreightPolicy", Literal["free_freight", "billed_freight"])
"""Whether freight is charged."""
