"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .formats import Upload

if TYPE_CHECKING:
    from collections.abc import Sequence


class PutPageBody(Model):
    page: Upload | None = None
    tags: list[str] | None = None


class PutPageBodyFields(TypedDict, total=False):
    """The fields of `PutPageBody`, given in place of one."""

    page: Upload
    tags: Sequence[str]
