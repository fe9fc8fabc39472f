"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.model import OpenModel


class Named(OpenModel):
    a: int | None = None
    __pydantic_extra__: dict[str, Any] = Field(init=False)
