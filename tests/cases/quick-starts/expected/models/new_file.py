"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model
from .formats import Upload


class NewFile(Model):
    file: Upload
    purpose: str


class NewFileFields(TypedDict, total=False):
    """The fields of `NewFile`, given in place of one."""

    file: Required[Upload]
    purpose: Required[str]
