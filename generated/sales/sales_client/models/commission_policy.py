"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

CommissionPolicy = TypeAliasType("CommissionPolicy", Literal["commission_applied", "commission_exempt"])
"""Whether sales earn commission."""
