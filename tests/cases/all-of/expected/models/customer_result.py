"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .customer import Customer
from .info import Info


class CustomerResult(Info, Customer):
    """Two classes in one."""
