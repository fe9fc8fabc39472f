"""Mistakes with capillary_client; each marked line has to be refused."""

from __future__ import annotations

from datetime import date

from capillary_client import AsyncCapillaryClient, CapillaryClient


def sync(client: CapillaryClient) -> None:
    client.customers.get(4711)  # error
    client.customers.get("4711", source="INSTORE")  # error
    client.customers.get(4711, "INSTORE")  # error
    client.customers.get(4711, source="instore")  # error
    client.customers.get(4711, source="INSTORE", accountId="7")  # error
    client.customers.get(4711, source="INSTORE", embed=["mpl"])  # error
    client.customers.get(4711, source="INSTORE", embed="mlp")  # error
    client.customers.get(4711, source="INSTORE", ug2_joined_start_date="2026-01-01")  # error
    client.customers.get(4711, source="INSTORE", ug2_joined_start_date=date(2026, 1, 1))  # error
    client.customers.get(4711, source="INSTORE", ug2_sort_order="desc")  # error
    client.customers.get(4711, source="INSTORE", gap_to_renew="30")  # error
    client.customers.get(4711, source="INSTORE", x_cap_api_attribution_entity_type="SHOP")  # error
    customer = client.customers.get(4711, source="INSTORE")
    print(customer.loyaltyInfo)  # error
    print(customer.gap_to_renew_summary.tier_expiry_date)  # error
    print(customer.warnings[0].message)  # error


async def mixed_up(client: CapillaryClient, other: AsyncCapillaryClient) -> None:
    await client.customers.get(4711, source="INSTORE")  # error
    print(other.customers.get(4711, source="INSTORE").id)  # error


CapillaryClient(user="till", password="digest")  # error
CapillaryClient(host=None)  # error
