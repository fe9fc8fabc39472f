"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal, Union

from typing_extensions import TypeAliasType

from .._runtime.model import Model

Rule = TypeAliasType("Rule", Union["All", "Some"])


class All(Model):
    kind: Literal["all"]
    of: list[Rule] | None = None


class Some(Model):
    kind: Literal["some"]
    of: list[Rule] | None = None
