"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

EmbedOption = TypeAliasType(
    "EmbedOption",
    Literal[
        "points",
        "subscriptions",
        "mlp",
        "userGroup",
        "gapDetails",
        "promotionalPoints",
        "expirySchedules",
        "expiredPoints",
        "customerImage",
        "returnedPoints",
        "associatedImages",
        "segments",
    ],
)
"""A part of a customer that is answered on request only."""
