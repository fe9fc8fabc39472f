"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class SendEitherBodyVariant2(Model):
    name: str | None = None


class SendEitherBodyVariant2Fields(TypedDict, total=False):
    """The fields of `SendEitherBodyVariant2`, given in place of one."""

    name: str
