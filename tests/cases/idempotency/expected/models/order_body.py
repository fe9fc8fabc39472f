"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class OrderBody(Model):
    sum: int | None = None


class OrderBodyFields(TypedDict, total=False):
    """The fields of `OrderBody`, given in place of one."""

    sum: int
