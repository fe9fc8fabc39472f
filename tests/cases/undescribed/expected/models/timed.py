"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Any

from .marked import Marked


class Timed(Marked):
    at: date | None = None
    length: Any
