"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .any_more import AnyMore
from .closed import Closed
from .dates import Dates
from .derived import Derived
from .empty_more import EmptyMore
from .lists import Lists
from .named import Named
from .silent import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from .closed import ClosedFields
    from .silent import SilentFields


class Settings(Model):
    id: str
    any: AnyMore | None = None
    empty: EmptyMore | None = None
    dates: Dates | None = None
    lists: Lists | None = None
    named: Named | None = None
    derived: Derived | None = None
    silent: Silent | None = None
    closed: Closed | None = None


class SettingsFields(TypedDict, total=False):
    """The fields of `Settings`, given in place of one."""

    id: Required[str]
    any: AnyMore | Mapping[str, Any]
    empty: EmptyMore | Mapping[str, Any]
    dates: Dates | Mapping[str, str | datetime]
    lists: Lists | Mapping[str, int | Sequence[Silent | SilentFields]]
    named: Named | Mapping[str, Any]
    derived: Derived | Mapping[str, str | int | datetime]
    silent: Silent | SilentFields
    closed: Closed | ClosedFields
