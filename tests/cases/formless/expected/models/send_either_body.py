"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class SendEitherBody(Model):
    name: str | None = None


class SendEitherBodyFields(TypedDict, total=False):
    """The fields of `SendEitherBody`, given in place of one."""

    name: str
