"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .thing import Thing


class SendFileBody(Model):
    file: bytes
    meta: Thing | None = None
    count: int | None = None
