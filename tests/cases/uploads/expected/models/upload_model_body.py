"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .formats import Upload

if TYPE_CHECKING:
    from collections.abc import Sequence


class UploadModelBodyInfo(Model):
    a: str | None = None


class UploadModelBodyInfoFields(TypedDict, total=False):
    """The fields of `UploadModelBodyInfo`, given in place of one."""

    a: str


class UploadModelBody(Model):
    hash: str | None = None
    files: list[Upload]
    numbers: list[int] | None = None
    on: bool | None = None
    at: datetime | None = None
    info: UploadModelBodyInfo | None = None
    infos: list[UploadModelBodyInfo] | None = None


class UploadModelBodyFields(TypedDict, total=False):
    """The fields of `UploadModelBody`, given in place of one."""

    hash: str
    files: Required[Sequence[Upload]]
    numbers: Sequence[int]
    on: bool
    at: datetime
    info: UploadModelBodyInfo | UploadModelBodyInfoFields
    infos: Sequence[UploadModelBodyInfo | UploadModelBodyInfoFields]
