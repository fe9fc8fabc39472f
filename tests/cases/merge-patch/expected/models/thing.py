"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .inner import Inner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .inner import InnerFields


class Thing(Model):
    name: str | None = None
    parts: dict[str, Inner] | None = None


class ThingFields(TypedDict, total=False):
    """The fields of `Thing`, given in place of one."""

    name: str
    parts: Mapping[str, Inner | InnerFields]
