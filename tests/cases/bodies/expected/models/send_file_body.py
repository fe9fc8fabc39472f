"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .formats import Upload
from .thing import Thing


class SendFileBody(Model):
    file: Upload
    meta: Thing | None = None
    count: int | None = None
