"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model
from .formats import Upload
from .params import Params

if TYPE_CHECKING:
    from .params import ParamsFields


class PrintBody(Model):
    params: Params
    data: Upload
    pic: Upload | None = None
    note: str | None = None
    csv: Upload | None = None


class PrintBodyFields(TypedDict, total=False):
    """The fields of `PrintBody`, given in place of one."""

    params: Required[Params | ParamsFields]
    data: Required[Upload]
    pic: Upload
    note: str
    csv: Upload
