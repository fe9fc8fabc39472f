"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CreateOrderResponseEntry(Model):
    id: str | None = None


class CreateOrderResponseMatrixItemItem(Model):
    cell: int | None = None


class CreateOrderResponse(Model):
    entries: list[CreateOrderResponseEntry] | None = None
    matrix: list[list[CreateOrderResponseMatrixItemItem]] | None = None
