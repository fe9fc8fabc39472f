"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .shark import Shark


class SawShark(Shark):
    teeth: str = "saw"
    length: float | None = None
