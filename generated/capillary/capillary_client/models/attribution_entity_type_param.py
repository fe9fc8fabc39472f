"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

AttributionEntityTypeParam = TypeAliasType(
    "AttributionEntityTypeParam",
    Literal["TILL", "STORE_CODE", "STORE_NAME", "STORE_EXTERNAL_ID", "STORE_EXTERNAL_ID_1", "STORE_EXTERNAL_ID_2"],
)
