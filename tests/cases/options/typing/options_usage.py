"""What a user of options_client writes; each line that is wrong says how a type checker has to refuse it."""

from __future__ import annotations

from typing import assert_type

from options_client import AsyncSpecClient, CallOptions, RequestInfo, ResponseInfo, Retry, SpecClient, Timeouts
from options_client.models import Thing


def note(info: RequestInfo) -> None:
    assert_type(info.try_number, int)


async def later(info: ResponseInfo) -> None:
    assert_type(info.request, RequestInfo)


SLOW: CallOptions = {"timeout": Timeouts(read=None), "deadline": None, "retry": Retry(retries=0), "query": {"a": [1]}}


def right(client: SpecClient) -> None:
    assert_type(client.things.get("1", options={"timeout": 5, "headers": {"X-A": "b"}}), Thing)
    assert_type(client.things.with_raw_response.get("1", options=SLOW).value, Thing)
    assert_type(list(client.things.list(options=SLOW)), list[Thing])
    client.request("GET", "/x", options={"timeout": None, "on_request": note})
    print(client.with_options(timeout=None, deadline=None, on_request=print), SpecClient(on_request=note))


async def alike(client: AsyncSpecClient) -> None:
    assert_type(await client.things.get("1", options={"on_response": later, "reconnect": 2}), Thing)


def wrong(client: SpecClient) -> None:
    client.things.get("1", options={"timeuot": 5})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.things.get("1", options={"timeout": "5"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.things.get("1", options={"retry": None})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.things.get("1", options={"http_client": None})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.things.get("1", timeout=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.with_options(query={"a": 1})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
