"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Kept(Model):
    raw: bytes


class KeptFields(TypedDict, total=False):
    """The fields of `Kept`, given in place of one."""

    raw: Required[bytes]
