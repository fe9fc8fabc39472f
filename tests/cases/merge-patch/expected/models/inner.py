"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Inner(Model):
    name: str | None = None
    note: str | None = None


class InnerFields(TypedDict, total=False):
    """The fields of `Inner`, given in place of one."""

    name: str
    note: str
