"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Closed(Model):
    a: int | None = None


class ClosedFields(TypedDict, total=False):
    """The fields of `Closed`, given in place of one."""

    a: int
