"""Requests of OpenAPI 3.2 on the wire."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from runtime.server import answer

KEY = {"key": "k"}


def check_methods(caller: Any) -> None:
    caller.script(answer(200, [{"title": "Emma"}]))
    books = caller.call("books", "query", body={"title": "E"}, credentials=KEY)
    assert [each.title for each in books] == ["Emma"]
    (request,) = caller.server.requests
    assert (request.method, json.loads(request.body)) == ("QUERY", {"title": "E"})
    assert request.header("X-Key") == "k"


def check_a_query_is_asked_again(caller: Any) -> None:
    caller.script(answer(503), answer(200, []))
    assert caller.call("books", "query", body={}, credentials=KEY) == []
    assert len(caller.server.requests) == 2


def check_a_form_that_is_the_query(caller: Any) -> None:
    caller.script(answer(200, []))
    found = {"title": "a + b", "tags": ["x", "y z"], "way": "a/b?%2F%", "since": datetime(2024, 1, 2, tzinfo=UTC)}
    caller.call("books", "list", find=found, credentials=KEY)
    caller.call("books", "list", find=caller.models.FindBooksFind(title="é"), credentials=KEY)
    assert caller.targets() == [
        "GET /books?title=a%20%2B%20b&tags=x%7Cy%20z&way=a/b?%2F%25&since=2024-01-02T00%3A00%3A00Z",
        "GET /books?title=%C3%A9",
    ]


def check_json_and_text_that_are_the_query(caller: Any) -> None:
    servers = {"base_url": {"production": caller.server.url, "links": f"{caller.server.url}/links"}}
    caller.call("books", "copy", where={"id": 1}, credentials=KEY)
    caller.call("books", "copy", credentials=KEY)
    caller.call("books", "link", path="$.a.b[1:1]", credentials={**KEY, **servers})
    assert caller.targets() == [
        "COPY /books?%7B%22id%22%3A1%7D",
        "COPY /books",
        "Link /links/books?%24.a.b%5B1%3A1%5D",
    ]


def check_cookies_as_they_are(caller: Any) -> None:
    caller.call("shelves", "list", seen=["a%20b", "c"], room=["d e", "f"], way="a/b?c%2Fd%", credentials=KEY)
    (request,) = caller.server.requests
    assert request.header("Cookie") == "seen=a%20b; seen=c; room=d e,f"
    assert request.target == "/shelves?way=a/b?c%2Fd%25"
