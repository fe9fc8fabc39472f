"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence


class NewIssue(Model):
    title: str
    body: str | None = None
    labels: list[str] | None = None


class NewIssueFields(TypedDict, total=False):
    """The fields of `NewIssue`, given in place of one."""

    title: Required[str]
    body: str
    labels: Sequence[str]
