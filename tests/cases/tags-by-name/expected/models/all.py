"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model
from .some import Some

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .some import SomeFields


class All(Model):
    branch_type: Annotated[Literal["ALL"], Field(alias="branchType")]
    sub_branches: Annotated[list[All | Some] | None, Field(alias="subBranches")] = None


class AllFields(TypedDict, total=False):
    """The fields of `All`, given in place of one."""

    branch_type: Required[Literal["ALL"]]
    sub_branches: Sequence[All | AllFields | Some | SomeFields]
