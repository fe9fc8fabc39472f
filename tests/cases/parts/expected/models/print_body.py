"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import Upload
from .params import Params


class PrintBody(Model):
    params: Params
    data: Upload
    pic: Upload | None = None
    note: str | None = None
    csv: Upload | None = None
