"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .thing import Thing


class ThingList(Model):
    data: list[Thing]
    has_more: bool
