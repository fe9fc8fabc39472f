"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Some(Model):
    branch_type: Annotated[Literal["SOME"], Field(alias="branchType")]
    at_least: Annotated[int, Field(alias="atLeast")]


class SomeFields(TypedDict, total=False):
    """The fields of `Some`, given in place of one."""

    branch_type: Required[Literal["SOME"]]
    at_least: Required[int]
