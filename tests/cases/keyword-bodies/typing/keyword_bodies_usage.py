"""What a user of keyword_bodies_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import assert_type

from keyword_bodies_client import AsyncSpecClient, RawResponse, SpecClient
from keyword_bodies_client.models import Address, AddressFields, Card, Customer, Label, Note, Sending, Talk


def right(client: SpecClient, customer: Customer) -> None:
    assert_type(client.customers.create(customer, expand=["a"]), Customer)
    assert_type(client.customers.create(body=customer), Customer)
    assert_type(client.customers.create(email="a", expand=["a"], options={"timeout": 1}), Customer)
    address: AddressFields = {"city": "a", "zip_code": None}
    client.customers.create(email="a", address=address, others=[address, {"city": "a"}, Address(city="a")])
    client.customers.create(email="a", address=Address(city="a"), labels={"a": {"size": 1, "b": "c"}, "b": Label()})
    client.customers.create(email="a", pays={"number": "1"})
    client.customers.create(email="a", pays={"city": "a"}, more={"older": {"date": date.today()}})
    client.customers.create(email="a", pays=Card(number="1"), since=datetime.now(UTC))
    client.customers.update("a")
    client.customers.update("a", customer, fields="b")
    client.customers.update("a", email="b", fields="c")
    client.notes.create(1, body="a", options=1, media="m", number=2, self="s", call_options={"timeout": 1})
    client.notes.create(1, Note(body="a"), call_media="application/json")
    client.files.send(file=Path("a"), purpose="b")
    client.files.send(Sending(file=b""))
    assert_type(client.talks.start(prompt="a"), str)
    assert_type(client.talks.start(Talk(prompt="a")), str)
    with client.talks.start(prompt="a", stream=True) as stream:
        assert_type(list(stream), list[str])


def raw(client: SpecClient, customer: Customer) -> None:
    assert_type(client.customers.with_raw_response.create(customer), RawResponse[Customer])
    assert_type(client.customers.with_raw_response.create(email="a", address={"city": "b"}), RawResponse[Customer])


async def awaited(client: AsyncSpecClient, customer: Customer) -> None:
    assert_type(await client.customers.create(email="a", address={"city": "a"}), Customer)
    assert_type(await client.customers.create(customer), Customer)
    assert_type(await client.customers.with_raw_response.create(email="a"), RawResponse[Customer])
    await client.customers.create(email="a", address={"cty": "a"})  # type: ignore[call-overload]
    await client.customers.with_raw_response.create(emial="a")  # type: ignore[call-overload]


def wrong(client: SpecClient, customer: Customer) -> None:
    client.customers.create()  # type: ignore[call-overload]
    client.customers.create(emial="a")  # type: ignore[call-overload]
    client.customers.create(email=1)  # type: ignore[call-overload]
    client.customers.create(email="a", id="b")  # type: ignore[call-overload]
    client.customers.create(email="a", address={"cty": "a"})  # type: ignore[call-overload]
    client.customers.create(email="a", address={"city": "a", "zpi_code": "b"})  # type: ignore[call-overload]
    client.customers.create(email="a", others=[{"city": "a"}, {"cty": "b"}])  # type: ignore[list-item]
    client.customers.create(email="a", labels={"a": {"b": 1.5}})  # type: ignore[dict-item]
    client.customers.create(email="a", more={"older": {"dat": None}})  # type: ignore[call-overload]
    client.customers.create(customer, email="a")  # type: ignore[call-overload]
    client.customers.update("a", {"email": "a"})  # type: ignore[call-overload]
    client.customers.update(email="a")  # type: ignore[call-overload]
    client.customers.list(email="a")  # type: ignore[call-arg]
    client.customers.replace(email="a")  # type: ignore[call-arg]
    client.customers.with_raw_response.create(emial="a")  # type: ignore[call-overload]
    client.notes.create(1, body="a", call_media="text/plain")  # type: ignore[call-overload]
    client.files.send(file="a")  # type: ignore[call-overload]
    client.talks.start(prompt="a", stream=1)  # type: ignore[call-overload]
