"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Window(Model):
    from_: Annotated[datetime | None, Field(alias="from")] = None
