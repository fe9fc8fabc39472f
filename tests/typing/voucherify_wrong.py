"""Mistakes with voucherify_client; each marked line has to be refused."""

from __future__ import annotations

from voucherify_client import AsyncVoucherifyClient, VoucherifyClient


def sync(client: VoucherifyClient) -> None:
    client.customers.get()  # error
    client.customers.get(customerId="crm-1")  # error
    client.customers.get(None)  # error
    customer = client.customers.get("crm-1")
    print(customer.summary.orders)  # error
    print(customer.birthdate.year)  # error
    if customer.summary:
        print(customer.summary.orders.total)  # error
        print(customer.summary.orders.total_amount.upper())  # error
    if customer.loyalty:
        print(customer.loyalty.campaigns[0])  # error
    client.request("/tags")  # error


async def mixed_up(client: VoucherifyClient, other: AsyncVoucherifyClient) -> None:
    await client.customers.get("crm-1")  # error
    print(other.customers.get("crm-1").name)  # error
    await client.request("GET", "/tags")  # error


VoucherifyClient("id", "token")  # error
VoucherifyClient(app_id="id", apptoken="token")  # error
VoucherifyClient(cluster=1)  # error
