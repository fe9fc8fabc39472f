"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import OpenModel


class Mixed(OpenModel):
    known: str | None = None
    __pydantic_extra__: dict[str, int] = Field(init=False)
