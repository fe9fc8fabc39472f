"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model
from .formats import Upload


class Scan(Model):
    page: Upload


class ScanFields(TypedDict, total=False):
    """The fields of `Scan`, given in place of one."""

    page: Required[Upload]
