"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .any_more import AnyMore
from .closed import Closed
from .dates import Dates
from .derived import Derived
from .empty_more import EmptyMore
from .lists import Lists
from .named import Named
from .silent import Silent


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
