"""The first calls that people write with well-known APIs, as type checkers see them."""

from __future__ import annotations

from typing import assert_type

from quick_starts_client import AsyncSpecClient, SpecClient
from quick_starts_client.models import Message, Thing


def first(client: SpecClient) -> None:
    assert_type(client.customers.create(email="a@b.test", address={"city": "Berlin"}), Thing)
    for charge in client.charges.list(limit=2):
        assert_type(charge.id, str)
    assert_type(client.chat.completions.create(messages=[{"content": "Hi"}]), Message)
    with client.chat.completions.create(messages=[{"content": "Hi"}], stream=True) as stream:
        for piece in stream:
            assert_type(piece.content, str)
    assert_type(client.files.create(file=b"{}", purpose="batch"), Thing)
    assert_type(client.issues.create("octocat", "Hello-World", title="a", body="b", labels=["c"]), Thing)


async def first_async(client: AsyncSpecClient) -> None:
    assert_type(await client.customers.create(email="a@b.test", address={"city": "Berlin"}), Thing)
    async for charge in client.charges.list(limit=2):
        assert_type(charge.id, str)
    async with await client.chat.completions.create(messages=[{"content": "Hi"}], stream=True) as stream:
        assert_type([piece.content async for piece in stream], list[str])
