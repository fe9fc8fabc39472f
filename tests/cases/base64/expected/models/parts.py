"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .blob import Blob
from .formats import Base64Bytes, Upload
from .url import Url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blob import BlobFields


class Parts(Model):
    file: Upload | None = None
    sum: Base64Bytes | None = None
    urls: list[Url] | None = None
    blob: Blob | None = None


class PartsFields(TypedDict, total=False):
    """The fields of `Parts`, given in place of one."""

    file: Upload
    sum: bytes
    urls: Sequence[bytes]
    blob: Blob | BlobFields
