"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class CreateExportBody(Model):
    url: str


class CreateExportBodyFields(TypedDict, total=False):
    """The fields of `CreateExportBody`, given in place of one."""

    url: Required[str]
