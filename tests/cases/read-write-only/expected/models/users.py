"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import OpenModel
from .admin import Admin
from .role import Role
from .user import User


class Users(OpenModel):
    all: list[User]
    by_name: dict[str, Admin]
    first: Role | User
    etag: str = Field(default=...)
    """Read only."""
    __pydantic_extra__: dict[str, Role] = Field(init=False)
