"""Mistakes with revcent_client; each marked line has to be refused."""

from __future__ import annotations

from datetime import UTC, datetime

from revcent_client import AsyncRevCentClient, RevCentClient, models
from revcent_client.models import MetadataFilter

END = START = datetime.now(UTC)
TIER = MetadataFilter(name="tier", valeu="gold")  # error
PAIR = MetadataFilter(name="tier")  # error
PLACED = MetadataFilter("tier", "gold")  # error
NUMBER = MetadataFilter(name="tier", value=3)  # error


def sync(client: RevCentClient) -> None:
    client.customers.list(date_start=START)  # error
    client.customers.list(START, END)  # error
    client.customers.list(date_start="2026-01-01", date_end=END)  # error
    client.customers.list(date_start=START, date_end=END, limt=5)  # error
    client.customers.list(date_start=START, date_end=END, limit="5")  # error
    client.customers.list(date_start=START, date_end=END, status_filter=["enabeld"])  # error
    client.customers.list(date_start=START, date_end=END, status_filter="enabled")  # error
    client.customers.list(date_start=START, date_end=END, metadata_filter=[{"name": "a", "value": "b"}])  # error
    client.customers.list(date_start=START, date_end=None)  # error
    client.customers.get()  # error
    client.customers.get(7)  # error
    client.customers.get("x", limit=3)  # error
    client.customers.fetch("x")  # error
    client.customer.get("x")  # error
    customer = client.customers.get("x")
    print(customer.emial)  # error
    print(customer.email.lower())  # error
    print(customer.created_date_unix + 1)  # error
    print(client.customers.with_raw_response.get("x").email)  # error
    client.customers.with_raw_response.get(5)  # error
    client.customers.with_raw_response.get("x").status = 3  # error
    client.with_options(timeuot=3)  # error
    client.with_options(retry="3")  # error
    client.with_options(query={"a": 1})  # error
    client.customers.get("x", options={"timeuot": 3})  # error
    client.customers.get("x", options={"timeout": "3"})  # error
    client.customers.get("x", options={"http_client": None})  # error
    client.customers.get("x", timeout=3)  # error
    client.with_options(api_key="other")  # error
    for each in client.customers.list(date_start=START, date_end=END):
        print(each.api_call_id)  # error


def no_lists(client: RevCentClient) -> None:
    for _ in client.customers.get("x"):  # error
        pass
    print(*client.customers.get("x"))  # error
    print(dict(client.customers.get("x")))  # error


async def flavours_mixed_up(client: RevCentClient, other: AsyncRevCentClient) -> None:
    await client.customers.get("x")  # error
    print(other.customers.get("x").email)  # error
    for _ in other.customers.list(date_start=START, date_end=END):  # error
        pass
    async for _ in client.customers.list(date_start=START, date_end=END):  # error
        pass
    with other:  # error
        pass
    other.close()  # error


print(models.Custommer)  # error
RevCentClient("key")  # error
RevCentClient(api_kee="key")  # error
RevCentClient(api_key=7)  # error
RevCentClient(base_url=None, tiemout=3)  # error
