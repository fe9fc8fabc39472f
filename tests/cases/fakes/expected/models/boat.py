"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model
from .entry import Entry
from .formats import UnixTime
from .problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .entry import EntryFields
    from .problem import ProblemFields


class Boat(Model):
    id: str = Field(default=...)
    """Read only."""
    name: str
    rig: Literal["sloop", "yawl"]
    built: UnixTime
    crew: list[str]
    home: Harbour | None
    owner: Problem | Entry


class BoatFields(TypedDict, total=False):
    """The fields of `Boat`, given in place of one."""

    name: Required[str]
    rig: Required[Literal["sloop", "yawl"]]
    built: Required[datetime | int]
    crew: Required[Sequence[str]]
    home: Required[Harbour | HarbourFields | None]
    owner: Required[Problem | ProblemFields | Entry | EntryFields]


class Harbour(Model):
    city: str
    pride: Boat


class HarbourFields(TypedDict, total=False):
    """The fields of `Harbour`, given in place of one."""

    city: Required[str]
    pride: Required[Boat | BoatFields]
