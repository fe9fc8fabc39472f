"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .carrier import Carrier
from .freight_policy import FreightPolicy
from .service_level import ServiceLevel


class FreightPreferences(Model):
    """How goods travel to a customer."""

    object: Literal["customer_freight_preferences"] | None = None
    """Always customer_freight_preferences."""
    status: FreightPolicy | None = None
    carrier: Carrier | None = None
    """Carrier to use unless said otherwise; expandable as freight_preferences.carrier."""
    service_level: ServiceLevel | None = None
    """Service level to use unless said otherwise; expandable as freight_preferences.service_level."""
    billing_type: Literal["sender", "third_party"] | None = None
    """Whom the carrier bills."""
    billing_account: str | None = None
    """Account that the carrier bills."""
