"""Objects in the query, pair by pair."""

from __future__ import annotations

from datetime import date
from typing import Any


def check(caller: Any) -> None:
    models = caller.models
    caller.call(
        "items",
        "search",
        filter=models.Filter(status="open", made_after=date(2024, 1, 2), owner=models.FilterOwner(name="a&b")),
        pairs=[models.Pair(name="x", value="1"), models.Pair(name="y", value="2")],
        point=models.Point(x=1, y=2),
        spread=models.Point(y=3),
    )
    (request,) = caller.server.requests
    assert request.target.partition("?")[2].split("&") == [
        "filter[status]=open",
        "filter[madeAfter]=2024-01-02",
        "filter[owner][name]=a%26b",
        "pairs[0][name]=x",
        "pairs[0][value]=1",
        "pairs[1][name]=y",
        "pairs[1][value]=2",
        "point=x,1,y,2",
        "y=3",
    ]
