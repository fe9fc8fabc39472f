"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.model import Model
from .parameters import Parameters


class Run(Model):
    name: str
    parameters: Parameters | None = None
    kind: Any
