"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .id import Id
from .role import Role
from .stamp import Stamp


class UserLinks(Model):
    self: str | None = None


class User(Model):
    id: Id = Field(default=...)
    """Read only."""
    name: str
    password: str | None
    """Write only."""
    hint: str | None = None
    """To remember. Write only."""
    role: Role
    stamp: Stamp = Field(default=...)
    """Read only."""
    links: UserLinks = Field(default=...)
    """Read only."""
    seen_at: Annotated[datetime, Field(alias="seenAt")] = Field(default=...)
    """When it came. Read only."""
