"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .customer_warning import CustomerWarning
from .gap_to_renew_summary import GapToRenewSummary
from .upgrade_strategy import UpgradeStrategy


class Customer(Model):
    """A customer of an organization."""

    id: int | None = None
    """Id of this customer."""
    profiles: list[dict[str, Any]] | None = None
    """Profiles, each with its name, attribution, identifiers, channels of communication and source."""
    loyalty_info: Annotated[dict[str, Any] | None, Field(alias="loyaltyInfo")] = None
    """Loyalty type, attribution and purchases of a lifetime."""
    segments: dict[str, str] | None = None
    """For each segment, the partition that the customer falls into."""
    associated_with: Annotated[str | None, Field(alias="associatedWith")] = None
    """Code of what the customer belongs to, such as a till."""
    ug2_pagination: Annotated[dict[str, Any] | None, Field(alias="ug2Pagination")] = None
    """Where the page of user groups stands."""
    extended_fields: Annotated[dict[str, Any] | None, Field(alias="extendedFields")] = None
    """Further fields of the customer, such as city and gender."""
    card_details: Annotated[list[dict[str, Any]] | None, Field(alias="cardDetails")] = None
    """Cards of the customer with id, dates of issue and expiry, series and status."""
    warnings: list[CustomerWarning] | None = None
    """What the service wants noticed about this answer."""
    upgrade_strategies: Annotated[list[UpgradeStrategy] | None, Field(alias="upgradeStrategies")] = None
    """Rules by which the customer can reach a higher tier."""
    gap_to_renew_summary: Annotated[GapToRenewSummary | None, Field(alias="gapToRenewSummary")] = None
    message: str | None = None
    """Comes alone, in place of a customer whose personal data was erased."""
