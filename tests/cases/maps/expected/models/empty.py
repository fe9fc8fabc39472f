"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.model import OpenModel


class Empty(OpenModel):
    __pydantic_extra__: dict[str, Any] = Field(init=False)
