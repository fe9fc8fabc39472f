"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class AnyObject(Model):
    any: Annotated[AnyObject | None, Field(alias="Any")] = None
