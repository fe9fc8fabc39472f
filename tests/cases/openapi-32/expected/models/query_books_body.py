"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.model import Model


class QueryBooksBody(Model):
    title: str | None = None


class QueryBooksBodyFields(TypedDict, total=False):
    """The fields of `QueryBooksBody`, given in place of one."""

    title: str
