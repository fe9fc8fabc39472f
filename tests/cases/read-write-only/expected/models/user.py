"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Required, TypedDict

from pydantic import Field

from .._runtime.model import Model
from .id import Id
from .role import Role
from .stamp import Stamp

if TYPE_CHECKING:
    from .role import RoleFields


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


class UserFields(TypedDict, total=False):
    """The fields of `User`, given in place of one."""

    name: Required[str]
    password: Required[str]
    hint: str
    role: Required[Role | RoleFields]
