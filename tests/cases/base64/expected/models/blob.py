"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .formats import Base64Bytes
from .url import Url

if TYPE_CHECKING:
    from collections.abc import Mapping


class Blob(Model):
    content: Base64Bytes
    url: Url | None = None
    image: Base64Bytes | None = None
    by_name: dict[str, Base64Bytes] | None = None


class BlobFields(TypedDict, total=False):
    """The fields of `Blob`, given in place of one."""

    content: Required[bytes]
    url: bytes
    image: bytes | None
    by_name: Mapping[str, bytes]
