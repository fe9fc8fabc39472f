"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Note(Model):
    body: str
    options: int | None = None
    media: str | None = None
    number: int | None = None
    self: str | None = None


class NoteFields(TypedDict, total=False):
    """The fields of `Note`, given in place of one."""

    body: Required[str]
    options: int
    media: str
    number: int
    self: str
