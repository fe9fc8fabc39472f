"""What a user of former_names_client writes, whose names have changed; mypy reports each former one that is used."""
# mypy: enable-error-code="deprecated"

from __future__ import annotations

from typing import assert_type

from former_names_client import AsyncSpecClient, SpecClient
from former_names_client.models import Bill, Invoice, InvoiceFields, Row


def methods(client: SpecClient, bill: Bill) -> None:
    assert_type(client.bills.create(bill), Bill)
    found = client.bills.add(bill)  # type: ignore[deprecated]
    assert_type(found, Bill)
    client.bills.add(number="1")  # type: ignore[deprecated]
    for each in client.invoices.list():  # type: ignore[deprecated]
        assert_type(each, Bill)
    client.prints.archive.file("1")  # type: ignore[deprecated]
    assert_type(client.bills.with_raw_response.add(bill).value, Bill)


async def awaited(client: AsyncSpecClient, bill: Bill) -> None:
    found = await client.bills.add(bill)  # type: ignore[deprecated]
    assert_type(found, Bill)


def classes(client: SpecClient, fields: InvoiceFields) -> Invoice:
    """A former name is the class itself: what is read passes for it, and what is made of it is taken."""
    found: Invoice = client.bills.create(**fields)
    rows: list[Row] = found.lines or []
    return Invoice(number="1", lines=rows)
