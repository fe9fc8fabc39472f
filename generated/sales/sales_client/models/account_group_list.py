"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model
from .account_group import AccountGroup
from .page_info import PageInfo


class AccountGroupList(Model):
    """One page of account groups."""

    object: Literal["list"] | None = None
    """Always list."""
    page_info: PageInfo | None = None
    data: list[AccountGroup] | None = None
    """Groups on this page."""
