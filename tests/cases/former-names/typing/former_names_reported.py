"""As former_names_usage: basedpyright reports each former name that is used."""
# pyright: reportUnnecessaryTypeIgnoreComment=error

from __future__ import annotations

from former_names_client import AsyncSpecClient, SpecClient
from former_names_client.models import Bill


def methods(client: SpecClient, bill: Bill) -> None:
    client.bills.create(bill)
    client.bills.add(bill)  # pyright: ignore[reportDeprecated]
    client.bills.add(number="1")  # pyright: ignore[reportDeprecated]
    client.invoices.list()  # pyright: ignore[reportDeprecated]
    client.prints.archive.file("1")  # pyright: ignore[reportDeprecated]


async def awaited(client: AsyncSpecClient, bill: Bill) -> None:
    await client.bills.add(bill)  # pyright: ignore[reportDeprecated]
