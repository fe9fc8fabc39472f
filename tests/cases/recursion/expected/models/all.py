"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .is_ import Is


class All(Model):
    kind: Literal["all"]
    of: list[All | Some | Is]


class Some(Model):
    kind: Literal["any", "some"]
    of: list[All | Some | Is]
