"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .closed import Closed
from .conflict import Conflict
from .customer import Customer
from .customer_result import CustomerResult
from .diamond import Diamond
from .strict import Strict


class Result(CustomerResult, Closed):
    extra: str
    owner: Customer | None = None
    """Who has it."""
    strict: Strict | None = None
    other: Conflict | None = None
    again: Diamond | None = None
