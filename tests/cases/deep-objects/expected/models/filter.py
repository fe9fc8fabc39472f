"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class FilterOwner(Model):
    name: str | None = None


class Filter(Model):
    status: Literal["open", "closed"]
    made_after: Annotated[date | None, Field(alias="madeAfter")] = None
    owner: FilterOwner | None = None
