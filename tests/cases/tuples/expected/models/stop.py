"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .point import Point


class Stop(Model):
    name: str
    next: Leg | None = None


Leg = TypeAliasType("Leg", tuple[Stop, Point | None])
