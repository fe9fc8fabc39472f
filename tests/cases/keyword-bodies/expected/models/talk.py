"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Talk(Model):
    prompt: str
    stream: bool | None = None


class TalkFields(TypedDict, total=False):
    """The fields of `Talk`, given in place of one."""

    prompt: Required[str]
