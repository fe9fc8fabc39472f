"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model
from .formats import UnixTime
from .window import Window


class Event(Model):
    title: str | None = None
    windows: list[Window] | None = None
    by_name: dict[str, datetime] | None = None
    made: UnixTime | None = None
