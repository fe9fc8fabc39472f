"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import Base64Bytes
from .url import Url


class Blob(Model):
    content: Base64Bytes
    url: Url | None = None
    image: Base64Bytes | None = None
    by_name: dict[str, Base64Bytes] | None = None
