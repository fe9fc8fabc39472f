"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class CommandPayload(Model):
    ok: bool | None = None


class Command(Model):
    type: Literal["command"]
    text: str
    count: int | None = None
    tags: list[str] | None = None
    payload: CommandPayload | None = None
