"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .upgrade_entity_values import UpgradeEntityValues


class UpgradeStrategy(Model):
    """A rule by which a customer reaches a higher tier."""

    upgrade_based_on: str | None = None
    """What the rule measures."""
    upgrade_threshold: Annotated[float | None, Field(alias="upgradeThreshold")] = None
    """Value to reach, in points for instance."""
    customer_upgrade_entity_values: Annotated[
        UpgradeEntityValues | None, Field(alias="customerUpgradeEntityValues")
    ] = None
