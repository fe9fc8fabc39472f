"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.model import Model
from .formats import Upload


class UploadBodyInfo(Model):
    a: str | None = None


class UploadBody(Model):
    hash: str | None = None
    files: list[Upload]
    numbers: list[int] | None = None
    on: bool | None = None
    at: datetime | None = None
    info: UploadBodyInfo | None = None
    infos: list[UploadBodyInfo] | None = None
