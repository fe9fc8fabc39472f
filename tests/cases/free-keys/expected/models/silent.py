"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Silent(Model):
    a: int | None = None


class SilentFields(TypedDict, total=False):
    """The fields of `Silent`, given in place of one."""

    a: int
