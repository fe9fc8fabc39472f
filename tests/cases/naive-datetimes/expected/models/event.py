"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .formats import UnixTime
from .window import Window

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .window import WindowFields


class Event(Model):
    title: str | None = None
    windows: list[Window] | None = None
    by_name: dict[str, datetime] | None = None
    made: UnixTime | None = None


class EventFields(TypedDict, total=False):
    """The fields of `Event`, given in place of one."""

    title: str
    windows: Sequence[Window | WindowFields]
    by_name: Mapping[str, datetime]
    made: datetime | int
