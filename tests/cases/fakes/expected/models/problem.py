"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Problem(Model):
    title: str


class ProblemFields(TypedDict, total=False):
    """The fields of `Problem`, given in place of one."""

    title: Required[str]
