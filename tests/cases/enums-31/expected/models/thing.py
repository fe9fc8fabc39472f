"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from .._runtime.model import Model
from .parent import Parent


class Thing(Model):
    kind: Literal["thing"]
    version: Literal[2] | None = None
    note: str | None
    many: str | int | None = None
    untyped: Literal["a", 1, True] | None = None
    parent: Parent | None
    described: Parent | None = None
    """Who it came from."""
    only_null: Annotated[None, Field(None)] = None
    anything: Any | None = None
    yes: Any | None = None
    sizes: list[Literal["S", "M"] | None] | None = None
    tuple_2: Annotated[list[Any] | None, Field(alias="tuple")] = None
    bound: float | None = None
    """At most 10. More than 0."""
