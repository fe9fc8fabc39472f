"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Union

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .formats import UnixTime

Step = TypeAliasType("Step", Union["Move", "Turn"])


class Move(Model):
    metres: int | None = None
    next: Step | None = None
    at: UnixTime | None = None


class Turn(Model):
    degrees: int | None = None
    next: Step | None = None
    at: UnixTime | None = None
