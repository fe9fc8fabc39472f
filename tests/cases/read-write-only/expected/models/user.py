"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.model import Model
from .role import Role


class UserLinks(Model):
    self: str | None = None


class User(Model):
    id: str | None = None
    name: str
    password: str | None = None
    role: Role
    links: UserLinks | None = None
