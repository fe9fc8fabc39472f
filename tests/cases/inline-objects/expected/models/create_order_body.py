"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class CreateOrderBodyLine(Model):
    sku: str
    count: int | None = None


class CreateOrderBodyLineFields(TypedDict, total=False):
    """The fields of `CreateOrderBodyLine`, given in place of one."""

    sku: Required[str]
    count: int


class PostalAddress(Model):
    street: str | None = None


class PostalAddressFields(TypedDict, total=False):
    """The fields of `PostalAddress`, given in place of one."""

    street: str


class CreateOrderBodyShipping(Model):
    gate: str | None = None


class CreateOrderBodyShippingFields(TypedDict, total=False):
    """The fields of `CreateOrderBodyShipping`, given in place of one."""

    gate: str


class CreateOrderBodyNotesTitle2(Model):
    a: str | None = None


class CreateOrderBodyNotesTitle2Fields(TypedDict, total=False):
    """The fields of `CreateOrderBodyNotesTitle2`, given in place of one."""

    a: str


class CreateOrderBodyNotes(Model):
    title: str | None = None
    title2: CreateOrderBodyNotesTitle2 | None = None


class CreateOrderBodyNotesFields(TypedDict, total=False):
    """The fields of `CreateOrderBodyNotes`, given in place of one."""

    title: str
    title2: CreateOrderBodyNotesTitle2 | CreateOrderBodyNotesTitle2Fields


class CreateOrderBody(Model):
    lines: list[CreateOrderBodyLine]
    address: PostalAddress | None = None
    billing: PostalAddress | None = None
    shipping: CreateOrderBodyShipping | None = None
    notes: CreateOrderBodyNotes | None = None


class CreateOrderBodyFields(TypedDict, total=False):
    """The fields of `CreateOrderBody`, given in place of one."""

    lines: Required[Sequence[CreateOrderBodyLine | CreateOrderBodyLineFields]]
    address: PostalAddress | PostalAddressFields
    billing: PostalAddress | PostalAddressFields
    shipping: CreateOrderBodyShipping | CreateOrderBodyShippingFields
    notes: CreateOrderBodyNotes | CreateOrderBodyNotesFields
