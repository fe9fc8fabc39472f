"""Models: generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .ticket import Ticket
from .toy import Toy

GetGoodsResponse = TypeAliasType("GetGoodsResponse", Ticket | Toy)
