"""Every style on the wire (OpenAPI 3.1, 4.8.12)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any


def check_path(caller: Any) -> None:
    assert caller.call("things", "in_path", ["a b", "c/d", "é"], [1, 2], "x;y") is None
    assert caller.targets() == ["GET /simple/a%20b,c%2Fd,%C3%A9/label/.1.2/matrix/;matrix=x%3By"]


def check_query(caller: Any) -> None:
    caller.call(
        "things",
        "in_query",
        shared=7,
        x_trace="t",
        tags=["a,b", "c&d"],
        comma=["a", "b,c"],
        space=["a", "b"],
        pipe=["a", "b"],
        ids=[1, 2],
        active=True,
        since=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        day=date(2024, 1, 2),
        at=datetime(1970, 1, 1, 0, 1, tzinfo=UTC),
        price=Decimal("1.50"),
        where={"a": [1, "é"]},
        path="a/b?c",
    )
    (request,) = caller.server.requests
    path, _, query = request.target.partition("?")
    assert path == "/query"
    assert query.split("&") == [
        "shared=7",
        "tags=a%2Cb",
        "tags=c%26d",
        "comma=a,b%2Cc",
        "space=a%20b",
        "pipe=a%7Cb",
        "ids[]=1",
        "ids[]=2",
        "active=true",
        "since=2024-01-02T03%3A04%3A05Z",
        "day=2024-01-02",
        "at=60",
        "price=1.50",
        "where=%7B%22a%22%3A%5B1%2C%22%C3%A9%22%5D%7D",
        "path=a/b?c",
    ]
    assert request.header("X-Trace") == "t"


def check_what_is_not_given_is_not_sent(caller: Any) -> None:
    caller.call("things", "in_query", shared=0)
    (request,) = caller.server.requests
    assert request.target == "/query?shared=0"
    assert request.header("X-Trace") is None
    assert request.body == b""


def check_header_and_cookie(caller: Any) -> None:
    caller.call("things", "in_header_and_cookie", x_ids=[1, 2], session="s1")
    (request,) = caller.server.requests
    assert request.target == "/elsewhere"
    assert request.header("X-Ids") == "1,2"
    assert request.header("Cookie") == "session=s1"
