"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class UpgradeEntityValues(Model):
    """How far a customer is towards a higher tier."""

    current_value: Annotated[float | None, Field(alias="currentValue")] = None
    """Value reached so far, in points for instance."""
    gap_to_upgrade: Annotated[float | None, Field(alias="gapToUpgrade")] = None
    """Threshold less current value."""
    value_valid_upto: Annotated[date | None, Field(alias="valueValidUpto")] = None
    """Day until which it holds."""
