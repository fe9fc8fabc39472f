"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Required, TypedDict

from .._runtime.model import Model
from .parameters import Parameters

if TYPE_CHECKING:
    from collections.abc import Mapping


class Run(Model):
    name: str
    parameters: Parameters | None = None
    kind: Any


class RunFields(TypedDict, total=False):
    """The fields of `Run`, given in place of one."""

    name: Required[str]
    parameters: Parameters | Mapping[str, Any]
    kind: Required[Any]
