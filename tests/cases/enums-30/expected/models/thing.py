"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .color import Color
from .parent import Parent


class Thing(Model):
    kind: Literal["thing"]
    status: Literal["open", "closed", "it's", ""] | None = None
    """Default open."""
    maybe: Literal["a", "b"] | None = None
    silent: Literal["a", "b"] | None = None
    level: Literal[1, 2, 3]
    ratio: float | None = None
    flag: Literal[True] | None = None
    note: str | None
    parent: Parent | None
    either: str | int | None = None
    color: Color | None = None
    colors: list[Color | None] | None = None
    bound: float | None = None
    """At most 10. More than 0."""
