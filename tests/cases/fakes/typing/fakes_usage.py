"""What a user of fakes_client writes in tests; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import assert_type

from fakes_client import AsyncSpecClient, SpecClient
from fakes_client.models import Boat, Entry, Fleet, Problem
from fakes_client.testing import Call, Fake, sample


def fixture() -> Iterator[Fake]:
    with Fake() as fake:
        yield fake


def right(fake: Fake, boat: Boat) -> list[Call]:
    client = fake.client(SpecClient, deadline=1.0)
    assert_type(client, SpecClient)
    answers = fake.on(client.boats.get).returns(boat).fails(404, Problem(title="no")).times_out().breaks().refuses()
    answers.given("1", since=datetime.now()).returns(boat, headers={"x-a": "1"})
    fake.on(client.boats.list).returns(Fleet(boats=[boat])).given(kind="old").returns(Fleet(boats=[]))
    fake.on(client.boats.replace).returns(boat, status=201).returns(Problem(title="later")).returns(None)
    fake.on(client.boats.follow_log).returns([Entry(text="a")])
    fake.on(client.boats.follow_log, stream=True).returns([Entry(text="a")]).breaks(after=[])
    fake.on(client.boats.get_picture).returns(b"").returns("text").answers(206, b"half")
    fake.on("GET /tides").returns({"high": 1})
    own = SpecClient(base_url="https://a.example", client_id="a", client_secret="b", **fake.options)
    own.close()
    return answers.calls


async def awaited(fake: Fake, boat: Boat) -> None:
    client = fake.client(AsyncSpecClient)
    assert_type(client, AsyncSpecClient)
    fake.on(client.boats.get).given("1").returns(boat)
    fake.on(client.boats.list).returns(Fleet(boats=[boat]))
    fake.on(client.boats.follow_log).returns([Entry(text="a")])
    fake.on(client.boats.follow_log, stream=True).returns([Entry(text="a")])
    await AsyncSpecClient(base_url="https://a.example", **fake.async_options).aclose()


def samples() -> None:
    assert_type(sample(Boat, name="Ida"), Boat)
    assert_type(sample(list[Boat]), list[Boat])


async def wrong(fake: Fake, client: SpecClient, later: AsyncSpecClient, boat: Boat) -> None:
    fake.on(client.boats.get).returns(Entry(text="a"))  # type: ignore[arg-type]
    fake.on(client.boats.get).returns(None)  # type: ignore[arg-type]
    fake.on(later.boats.get).returns(Entry(text="a"))  # type: ignore[arg-type]
    fake.on(client.boats.list).returns(boat)  # type: ignore[arg-type]
    fake.on(later.boats.list).returns([boat])  # type: ignore[arg-type]
    fake.on(client.boats.get).given(1)  # type: ignore[arg-type]
    fake.on(client.boats.get).given(name="1")  # type: ignore[call-arg]
    fake.on(later.boats.list).given(kind=1)  # type: ignore[arg-type]
    fake.on(client.boats.get).fails("404")  # type: ignore[arg-type]
    fake.client(Boat)  # type: ignore[type-var]
    sample(boat)  # type: ignore[arg-type]
