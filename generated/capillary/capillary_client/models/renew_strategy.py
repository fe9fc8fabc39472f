"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .tracker_entity_identifier import TrackerEntityIdentifier


class RenewStrategy(Model):
    """A rule by which a customer renews the tier."""

    renew_based_on: Annotated[str | None, Field(alias="renewBasedOn")] = None
    """What the rule measures."""
    tracker_entity_identifiers: Annotated[
        list[TrackerEntityIdentifier] | None, Field(alias="trackerEntityIdentifiers")
    ] = None
    """Trackers behind the rule; there when renewal depends on trackers."""
    renew_threshold: Annotated[float | None, Field(alias="renewThreshold")] = None
    """Value to reach, such as 5.0 store visits or 10 purchases."""
    customer_renew_entity_value: Annotated[float | None, Field(alias="customerRenewEntityValue")] = None
    """Value reached so far, such as 1 store visit or 123 points."""
    customer_gap_to_renew_value: Annotated[float | None, Field(alias="customerGapToRenewValue")] = None
    """Value still missing, such as 1877 points, 10 purchases or 4 store visits."""
