"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Window(Model):
    from_: Annotated[datetime | None, Field(alias="from")] = None


class WindowFields(TypedDict, total=False):
    """The fields of `Window`, given in place of one."""

    from_: datetime
