"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .blob import Blob
from .formats import Base64Bytes, Upload
from .url import Url


class Parts(Model):
    file: Upload | None = None
    sum: Base64Bytes | None = None
    urls: list[Url] | None = None
    blob: Blob | None = None
