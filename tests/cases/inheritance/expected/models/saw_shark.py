"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .shark import Shark


class SawShark(Shark):
    teeth: str = "saw"
    length: float | None = None


class SawSharkFields(TypedDict, total=False):
    """The fields of `SawShark`, given in place of one."""

    order: str
    age: int
    teeth: str
    length: float
