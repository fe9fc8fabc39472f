"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .renew_strategy import RenewStrategy


class GapToRenewSummary(Model):
    """What a customer needs to renew the tier; absent in the base slab."""

    tier_expiry_date: Annotated[date | None, Field(alias="tierExpiryDate")] = None
    """Day that the tier ends."""
    renew_confirmed: Annotated[bool | None, Field(alias="renewConfirmed")] = None
    """Whether renewal is certain."""
    renew_strategies: Annotated[list[RenewStrategy] | None, Field(alias="renewStrategies")] = None
    """Rules by which the tier can be renewed."""
