"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Params(Model):
    copies: int


class ParamsFields(TypedDict, total=False):
    """The fields of `Params`, given in place of one."""

    copies: Required[int]
