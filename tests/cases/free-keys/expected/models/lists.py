"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import OpenModel
from .silent import Silent


class Lists(OpenModel):
    a: int | None = None
    __pydantic_extra__: dict[str, list[Silent]] = Field(init=False)
