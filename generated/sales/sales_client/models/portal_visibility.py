"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

PortalVisibility = TypeAliasType("PortalVisibility", Literal["visible", "hidden"])
"""Whether customers see it in their portal."""
