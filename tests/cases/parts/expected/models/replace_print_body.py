"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from pydantic import Field

from .._runtime.model import Model
from .formats import Base64Bytes, Upload
from .params import Params

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .params import ParamsFields


class ReplacePrintBody(Model):
    scan: Upload | None = None
    all: list[Upload] | None = None
    page: str | Upload | None = None
    code: Base64Bytes | None = None
    any: Any | None = None
    list_2: Annotated[list[Params] | None, Field(alias="list")] = None
    tags: list[str] | None = None
    deep: Params | None = None


class ReplacePrintBodyFields(TypedDict, total=False):
    """The fields of `ReplacePrintBody`, given in place of one."""

    scan: Upload | None
    all: Sequence[Upload]
    page: str | Upload
    code: bytes
    any: Any
    list_2: Sequence[Params | ParamsFields]
    tags: Sequence[str]
    deep: Params | ParamsFields
