"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .fish import Fish


class Shark(Fish):
    order: str = "sh"
    teeth: str


class SharkFields(TypedDict, total=False):
    """The fields of `Shark`, given in place of one."""

    order: str
    age: int
    teeth: Required[str]
