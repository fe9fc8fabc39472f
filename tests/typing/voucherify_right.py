"""What a user of voucherify_client writes; has to type-check."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, assert_type

from voucherify_client import AsyncVoucherifyClient, Mismatch, NotFound, VoucherifyClient
from voucherify_client.models import CustomerBase, CustomersGetResponseBody, ErrorObject


def noted(mismatch: Mismatch, operation: str) -> None:
    print(operation, mismatch.path, mismatch.expected, mismatch.found)


def one() -> int:
    with VoucherifyClient(app_id="id", app_token="token", cluster="us1.api", on_mismatch=noted) as client:
        customer = client.customers.get("crm-1")
    assert_type(customer, CustomersGetResponseBody)
    base: CustomerBase = customer
    assert_type(customer.birthdate, date | None)
    assert_type(customer.metadata, dict[str, Any] | None)
    if customer.loyalty:
        for name, campaign in customer.loyalty.campaigns.items():
            print(name.upper(), campaign.loyalty_tier)
    if customer.referrals:
        assert_type([each.date for each in customer.referrals.campaigns], list[datetime])
    print(base.name, customer.model_dump(mode="json", exclude_unset=True))
    return customer.summary.orders.total_amount if customer.summary else 0


async def alike(cluster: str) -> str | None:
    async with AsyncVoucherifyClient(client_id="id", client_secret="secret", cluster=cluster) as client:
        try:
            return (await client.customers.get("crm-1")).source_id
        except NotFound as error:
            return error.body.resource_id if isinstance(error.body, ErrorObject) else None
