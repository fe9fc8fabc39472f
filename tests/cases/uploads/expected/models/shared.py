"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model
from .formats import Upload


class Shared(Model):
    scan: Upload | None = None


class SharedFields(TypedDict, total=False):
    """The fields of `Shared`, given in place of one."""

    scan: Upload
