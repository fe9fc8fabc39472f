"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Required, TypedDict

from pydantic import Field

from .._runtime.model import Model


class Role(Model):
    label: str
    since: date = Field(default=...)
    """Read only."""


class RoleFields(TypedDict, total=False):
    """The fields of `Role`, given in place of one."""

    label: Required[str]
