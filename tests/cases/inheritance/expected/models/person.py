"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class Person(Model):
    name: str | None = None


class PersonFields(TypedDict, total=False):
    """The fields of `Person`, given in place of one."""

    name: str
