"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.model import Model


class Thing(Model):
    name: str


class ThingFields(TypedDict, total=False):
    """The fields of `Thing`, given in place of one."""

    name: Required[str]
