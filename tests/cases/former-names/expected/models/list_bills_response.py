"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .bill import Bill


class ListBillsResponse(Model):
    data: list[Bill]
    pages: int | None = None
