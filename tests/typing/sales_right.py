"""What a user of sales_client writes; has to type-check."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import assert_type

from sales_client import OMIT, AsyncSalesClient, SalesClient, TooManyRequests
from sales_client.models import AccountGroup, Customer, ErrorResponse, IncludePath


def one() -> Decimal:
    wanted: list[IncludePath] = ["credit_limit", "child_accounts"]
    with SalesClient() as client:
        customer = client.customers.get("ac_1", include=wanted, augno_version=OMIT)
    assert_type(customer, Customer)
    assert_type(customer.created_at, datetime | None)
    assert_type(customer.parent_account, Customer | None)
    if customer.child_accounts:
        for child in customer.child_accounts.data or []:
            assert_type(child, Customer)
    for group in (customer.price_groups and customer.price_groups.data) or []:
        assert_type(group, AccountGroup)
    limit = customer.credit_limit
    return limit.value * 2 if limit and limit.value else Decimal(0)


def patient(client: SalesClient) -> float | None:
    try:
        client.customers.get("ac_1", include=["type", "defaults.sales_rep.user"])
    except TooManyRequests as error:
        if isinstance(error.body, ErrorResponse):
            print(error.body.error.code, error.response.headers.get("retry-after"))
        return error.retry_after
    return None


async def alike(key: str) -> str | None:
    client = AsyncSalesClient(api_key=key, base_url="https://sandbox.example", max_response_bytes=1_000_000)
    try:
        customer = await client.customers.get("ac_1", include=("freight_preferences.carrier",))
        assert_type(customer, Customer)
        freight = customer.freight_preferences
        return freight.carrier.code if freight and freight.carrier else None
    finally:
        await client.aclose()
