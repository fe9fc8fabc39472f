"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.model import Model


class Is(Model):
    kind: Literal["is"]
    limit: int | None = None


class IsFields(TypedDict, total=False):
    """The fields of `Is`, given in place of one."""

    kind: Required[Literal["is"]]
    limit: int
