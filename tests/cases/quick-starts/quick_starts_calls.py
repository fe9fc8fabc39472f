"""The first calls that people write with well-known APIs, as they write them."""

from __future__ import annotations

import json
from typing import Any

from runtime.multipart import parts
from runtime.server import answer


def check_a_customer_and_its_charges(caller: Any) -> None:
    caller.script(
        answer(200, {"id": "cus_1"}),
        answer(200, {"data": [{"id": "ch_1"}, {"id": "ch_2"}], "has_more": True}),
        answer(200, {"data": [{"id": "ch_3"}], "has_more": False}),
    )
    assert caller.call("customers", "create", email="a@b.test", address={"city": "Berlin"}).id == "cus_1"
    assert [each.id for each in caller.call("charges", "list", limit=2)] == ["ch_1", "ch_2", "ch_3"]
    made, first, second = caller.server.requests
    assert made.header("Content-Type") == "application/x-www-form-urlencoded"
    assert made.body == b"email=a%40b.test&address[city]=Berlin"
    assert (first.target, first.body) == ("/v1/charges?limit=2", b"")
    assert (second.target, second.body) == ("/v1/charges?limit=2&starting_after=ch_2", b"")


def check_a_chat(caller: Any) -> None:
    whole = answer(200, {"content": "Hello"})
    events = 'data: {"content": "He"}\n\ndata: {"content": "llo"}\n\ndata: [DONE]\n\n'
    pieces = answer(200, events, media="text/event-stream")
    caller.script(whole, pieces)
    messages = [{"content": "Hi"}]
    assert caller.call("chat.completions", "create", messages=messages).content == "Hello"
    found = caller.stream("chat.completions", "create", "iter", messages=messages, stream=True)
    assert [each.content for each in found] == ["He", "llo"]
    asked = [json.loads(each.body) for each in caller.server.requests]
    assert asked == [{"messages": messages}, {"messages": messages, "stream": True}]


def check_a_file(caller: Any) -> None:
    caller.script(answer(200, {"id": "file_1"}))
    assert caller.call("files", "create", file=b"{}", purpose="batch").id == "file_1"
    (request,) = caller.server.requests
    assert {each.name: each.content for each in parts(request)} == {"file": b"{}", "purpose": b"batch"}


def check_an_issue(caller: Any) -> None:
    caller.script(answer(201, {"id": "7"}))
    made = caller.call("issues", "create", "octocat", "Hello-World", title="Found", body="It broke.", labels=["bug"])
    assert made.id == "7"
    (request,) = caller.server.requests
    assert request.target == "/repos/octocat/Hello-World/issues"
    assert json.loads(request.body) == {"title": "Found", "body": "It broke.", "labels": ["bug"]}
