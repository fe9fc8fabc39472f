"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Fish(Model):
    order: str
    age: int | None = None


class FishFields(TypedDict, total=False):
    """The fields of `Fish`, given in place of one."""

    order: Required[str]
    age: int
