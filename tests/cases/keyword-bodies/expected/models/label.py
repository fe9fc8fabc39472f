"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import OpenModel


class Label(OpenModel):
    text: str | None = None
    size: int | None = None
    __pydantic_extra__: dict[str, str] = Field(init=False)
