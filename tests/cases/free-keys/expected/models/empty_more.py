"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import OpenModel


class EmptyMore(OpenModel):
    copy_2: Annotated[int | None, Field(alias="copy")] = None
    __pydantic_extra__: dict[str, Any] = Field(init=False)
