"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import Upload
from .params import Params


class Related(Model):
    meta: Params | None = None
    file: Upload | None = None
