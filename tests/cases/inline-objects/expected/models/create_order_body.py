"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model


class CreateOrderBodyLine(Model):
    sku: str
    count: int | None = None


class PostalAddress(Model):
    street: str | None = None


class CreateOrderBodyShipping(Model):
    gate: str | None = None


class CreateOrderBodyNotesTitle2(Model):
    a: str | None = None


class CreateOrderBodyNotes(Model):
    title: str | None = None
    title2: CreateOrderBodyNotesTitle2 | None = None


class CreateOrderBody(Model):
    lines: list[CreateOrderBodyLine]
    address: PostalAddress | None = None
    billing: PostalAddress | None = None
    shipping: CreateOrderBodyShipping | None = None
    notes: CreateOrderBodyNotes | None = None
