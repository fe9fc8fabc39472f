"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .level import Level
from .plain import Plain
from .size import Size
from .status import Status


class Order(Model):
    status: Status | None = None
    level: Level | None = None
    size: Size | None = None
    plain: Plain | None = None
