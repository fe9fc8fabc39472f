"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Entry(Model):
    text: str


class EntryFields(TypedDict, total=False):
    """The fields of `Entry`, given in place of one."""

    text: Required[str]
