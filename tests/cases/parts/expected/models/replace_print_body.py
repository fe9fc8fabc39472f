"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.model import Model
from .formats import Base64Bytes, Upload
from .params import Params


class ReplacePrintBody(Model):
    scan: Upload | None = None
    all: list[Upload] | None = None
    page: str | Upload | None = None
    code: Base64Bytes | None = None
    any: Any | None = None
    list_2: Annotated[list[Params] | None, Field(alias="list")] = None
    tags: list[str] | None = None
    deep: Params | None = None
