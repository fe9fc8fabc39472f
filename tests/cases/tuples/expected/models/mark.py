"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from typing_extensions import TypeAliasType

from .formats import Base64Bytes, Base64UrlBytes, UnixTime

Mark = TypeAliasType("Mark", tuple[datetime, UnixTime, Base64Bytes, Base64UrlBytes])
