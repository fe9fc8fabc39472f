"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .._runtime.model import Model
from .entry import Entry
from .formats import UnixTime
from .problem import Problem


class Boat(Model):
    id: str = Field(default=...)
    """Read only."""
    name: str
    rig: Literal["sloop", "yawl"]
    built: UnixTime
    crew: list[str]
    home: Harbour | None
    owner: Problem | Entry


class Harbour(Model):
    city: str
    pride: Boat
