"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

GetCustomerDetailsSource = TypeAliasType(
    "GetCustomerDetailsSource", Literal["INSTORE", "MARTJACK", "WECHAT", "LINE", "ALL"]
)
