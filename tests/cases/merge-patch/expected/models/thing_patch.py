"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model
from .inner import Inner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .inner import InnerFields


class ThingPatch(Model):
    name: str | None = None
    parts: dict[str, Inner | None] | None = None
    deep: dict[str, dict[str, int | None] | None] | None = None
    rows: list[dict[str, int]] | None = None


class ThingPatchFields(TypedDict, total=False):
    """The fields of `ThingPatch`, given in place of one."""

    name: str | None
    parts: Mapping[str, Inner | InnerFields | None] | None
    deep: Mapping[str, Mapping[str, int | None] | None] | None
    rows: Sequence[Mapping[str, int]] | None
