"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .formats import Upload

if TYPE_CHECKING:
    from collections.abc import Sequence


class UploadBodyInfo(Model):
    a: str | None = None


class UploadBodyInfoFields(TypedDict, total=False):
    """The fields of `UploadBodyInfo`, given in place of one."""

    a: str


class UploadBody(Model):
    hash: str | None = None
    files: list[Upload]
    numbers: list[int] | None = None
    on: bool | None = None
    at: datetime | None = None
    info: UploadBodyInfo | None = None
    infos: list[UploadBodyInfo] | None = None


class UploadBodyFields(TypedDict, total=False):
    """The fields of `UploadBody`, given in place of one."""

    hash: str
    files: Required[Sequence[Upload]]
    numbers: Sequence[int]
    on: bool
    at: datetime
    info: UploadBodyInfo | UploadBodyInfoFields
    infos: Sequence[UploadBodyInfo | UploadBodyInfoFields]
