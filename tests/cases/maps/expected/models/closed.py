"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Closed(Model):
    only: str | None = None


class ClosedFields(TypedDict, total=False):
    """The fields of `Closed`, given in place of one."""

    only: str
