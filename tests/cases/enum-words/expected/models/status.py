"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Status = TypeAliasType("Status", Literal["new", "done"])
"""
Where an order stands.
'new': Not yet paid.
'done': Sent; "over".
"""
