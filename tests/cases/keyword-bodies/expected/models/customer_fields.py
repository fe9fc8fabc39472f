"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date as date_aliased
from typing import TYPE_CHECKING, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from datetime import date


class CustomerFields(Model):
    older: CustomerFields | None = None
    date: date_aliased | None = None


class CustomerFieldsFields(TypedDict, total=False):
    """The fields of `CustomerFields`, given in place of one."""

    older: CustomerFields | CustomerFieldsFields
    date: date
