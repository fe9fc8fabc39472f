"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model
from .formats import Upload


class Sending(Model):
    file: Upload
    purpose: str | None = None


class SendingFields(TypedDict, total=False):
    """The fields of `Sending`, given in place of one."""

    file: Required[Upload]
    purpose: str
