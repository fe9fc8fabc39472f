"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._runtime.model import Model
from .commission_policy import CommissionPolicy
from .freight_policy import FreightPolicy


class AccountGroup(Model):
    """A group of customers."""

    id: str | None = None
    """Id of the group."""
    object: Literal["account_group"] | None = None
    """Always account_group."""
    name: str | None = None
    """Name to show."""
    description: str | None = None
    """What the group is for."""
    commission_policy: CommissionPolicy | None = None
    freight_policy: FreightPolicy | None = None
    type: Literal["pricing_group", "type_group"] | None = None
    """A pricing_group takes part in pricing rules and a type_group sorts accounts into kinds."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When it last changed."""
