"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from .._runtime.model import Model
from .is_ import Is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .is_ import IsFields


class All(Model):
    kind: Literal["all"]
    of: list[All | Some | Is]


class AllFields(TypedDict, total=False):
    """The fields of `All`, given in place of one."""

    kind: Required[Literal["all"]]
    of: Required[Sequence[All | AllFields | Some | SomeFields | Is | IsFields]]


class Some(Model):
    kind: Literal["any", "some"]
    of: list[All | Some | Is]


class SomeFields(TypedDict, total=False):
    """The fields of `Some`, given in place of one."""

    kind: Required[Literal["any", "some"]]
    of: Required[Sequence[All | AllFields | Some | SomeFields | Is | IsFields]]
