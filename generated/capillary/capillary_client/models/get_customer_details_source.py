"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.model import Model

GetCustomerDetailsSource = TypeAliasType(
    "GetCustomerDetailsSource", Literal["INSTORE", "MARTJACK", "WECHAT", "LINE", "ALL"]
)
