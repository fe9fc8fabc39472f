"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from .._runtime.model import OpenModel


class Dates(OpenModel):
    first_name: Annotated[str | None, Field(alias="first-name")] = None
    __pydantic_extra__: dict[str, datetime] = Field(init=False)
