"""Models: generated from specs/sales/openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

IncludePath = TypeAliasType(
    "IncludePath",
    Literal[
        "bill_to_address",
        "ship_to_address",
        "type",
        "parent_account",
        "freight_preferences",
        "freight_preferences.carrier",
        "freight_preferences.carrier.service_levels",
        "freight_preferences.service_level",
        "defaults",
        "defaults.payment_term",
        "defaults.shipping_term",
        "defaults.sales_rep",
        "defaults.sales_rep.user",
        "defaults.priority",
        "contact_info",
        "notification_preferences",
        "price_groups",
        "child_accounts",
        "credit_limit",
        "credit_limit.unit",
    ],
)
"""Path of a sub-object that a response can carry in full."""
