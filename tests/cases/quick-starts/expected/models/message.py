"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Message(Model):
    content: str


class MessageFields(TypedDict, total=False):
    """The fields of `Message`, given in place of one."""

    content: Required[str]
