"""What a user of capillary_client writes; has to type-check."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, assert_type

from capillary_client import AsyncCapillaryClient, BadRequest, CapillaryClient, Timeouts
from capillary_client.models import Customer, EmbedOption, GetCustomerDetailsSource


def one(source: GetCustomerDetailsSource) -> date | None:
    with CapillaryClient(username="till", password="digest", host="apac.api.capillarytech.com") as client:
        customer = client.customers.get(
            4711,
            source=source,
            embed=["mlp", "points"],
            ug2_joined_start_date=datetime(2026, 1, 1, tzinfo=UTC),
            ug2_sort_order="DESC",
            gap_to_renew=30,
            x_cap_api_attribution_entity_type="TILL",
        )
    assert_type(customer, Customer)
    assert_type(customer.profiles, list[dict[str, Any]] | None)
    for strategy in customer.upgrade_strategies or []:
        values = strategy.customer_upgrade_entity_values
        assert_type(values.gap_to_upgrade if values else None, float | None)
    return customer.gap_to_renew_summary.tier_expiry_date if customer.gap_to_renew_summary else None


async def alike(embed: list[EmbedOption]) -> int | None:
    async with AsyncCapillaryClient(key="key", secret=lambda: "secret", timeout=Timeouts(read=5)) as client:
        try:
            customer = await client.customers.get(customer_id=4711, source="INSTORE", embed=embed)
        except BadRequest as error:
            return error.status
        return customer.id
