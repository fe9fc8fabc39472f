"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .point import Point


class Stop(Model):
    name: str
    next: Leg | None = None


class StopFields(TypedDict, total=False):
    """The fields of `Stop`, given in place of one."""

    name: Required[str]
    next: tuple[Stop | StopFields, tuple[float, float] | None]


Leg = TypeAliasType("Leg", tuple[Stop, Point | None])
