"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .added import Added


class Note(Model):
    event: Literal["note"]
    data: str


News = TypeAliasType("News", Added | Note)
