"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class Thing(Model):
    name: str
    tags: list[str] | None = None


class ThingFields(TypedDict, total=False):
    """The fields of `Thing`, given in place of one."""

    name: Required[str]
    tags: Sequence[str]
