"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Any

from .._runtime.model import Model
from .closed import Closed
from .item import Item
from .mixed import Mixed


class MapsInlineValue(Model):
    size: int | None = None


class Maps(Model):
    counts: dict[str, int] | None = None
    items: dict[str, Item] | None = None
    inline: dict[str, MapsInlineValue] | None = None
    free: dict[str, Any] | None = None
    silent: dict[str, Any] | None = None
    closed: Closed | None = None
    mixed: Mixed | None = None
    lists: dict[str, list[date]] | None = None
