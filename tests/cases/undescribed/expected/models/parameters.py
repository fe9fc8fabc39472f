"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.model import OpenModel


class Parameters(OpenModel):
    """Names and values."""

    __pydantic_extra__: dict[str, Any] = Field(init=False)
