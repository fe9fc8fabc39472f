"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from .._runtime.model import Model
from .closed import Closed
from .item import Item
from .mixed import Mixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .closed import ClosedFields
    from .item import ItemFields


class MapsInlineValue(Model):
    size: int | None = None


class MapsInlineValueFields(TypedDict, total=False):
    """The fields of `MapsInlineValue`, given in place of one."""

    size: int


class Maps(Model):
    counts: dict[str, int] | None = None
    items: dict[str, Item] | None = None
    inline: dict[str, MapsInlineValue] | None = None
    free: dict[str, Any] | None = None
    silent: dict[str, Any] | None = None
    closed: Closed | None = None
    mixed: Mixed | None = None
    lists: dict[str, list[date]] | None = None


class MapsFields(TypedDict, total=False):
    """The fields of `Maps`, given in place of one."""

    counts: Mapping[str, int]
    items: Mapping[str, Item | ItemFields]
    inline: Mapping[str, MapsInlineValue | MapsInlineValueFields]
    free: Mapping[str, Any]
    silent: Mapping[str, Any]
    closed: Closed | ClosedFields
    mixed: Mixed | Mapping[str, str | int]
    lists: Mapping[str, Sequence[date]]
