"""Models: generated from specs/capillary/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class TrackerEntityIdentifier(Model):
    """A tracker and how it counts."""

    tracker_name: Annotated[str | None, Field(alias="trackerName")] = None
    """Name of the tracker."""
    tracker_type: Annotated[str | None, Field(alias="trackerType")] = None
    """What is counted: transaction amount, line items, visits and the like."""
    tracker_mode: Annotated[str | None, Field(alias="trackerMode")] = None
    """How values are evaluated as time passes."""
    tracker_case_name: Annotated[str | None, Field(alias="trackerCaseName")] = None
    """Name of the tracker's case."""
    tracker_case_period_type: Annotated[str | None, Field(alias="trackerCasePeriodType")] = None
    """Unit of the period: days, months, calendar cycles and the like."""
    tracker_case_period_value: Annotated[float | None, Field(alias="trackerCasePeriodValue")] = None
    """Length of the period in that unit."""
