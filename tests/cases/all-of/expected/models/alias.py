"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .customer import Customer


class Alias(Customer):
    pass
