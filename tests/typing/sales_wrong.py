"""Mistakes with sales_client; each marked line has to be refused."""

from __future__ import annotations

from sales_client import AsyncSalesClient, SalesClient


def sync(client: SalesClient) -> None:
    client.customers.get("ac_1", include=["creditlimit"])  # error
    client.customers.get("ac_1", include="type")  # error
    client.customers.get("ac_1", includes=["type"])  # error
    client.customers.get("ac_1", ["type"])  # error
    client.customers.get(id=1)  # error
    client.customers.get(include=["type"])  # error
    client.customers.list()  # error
    customer = client.customers.get("ac_1")
    print(customer.credit_limit.value)  # error
    if customer.credit_limit and customer.credit_limit.value:
        print(customer.credit_limit.value + 0.5)  # error
    print(customer.creditLimit)  # error
    print(customer["name"])  # error


async def mixed_up(client: SalesClient, other: AsyncSalesClient) -> None:
    print((await client.customers.get("ac_1")).name)  # error
    print(other.customers.get("ac_1").name)  # error
    client.aclose()  # error
    async with client:  # error
        pass


SalesClient(username="me")  # error
