"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Ask(Model):
    text: str
    stream: bool | None = None


class AskFields(TypedDict, total=False):
    """The fields of `Ask`, given in place of one."""

    text: Required[str]
