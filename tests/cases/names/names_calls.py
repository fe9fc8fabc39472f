"""Python names on this side, the document's names on the wire."""

from __future__ import annotations

import datetime
import json
from typing import Any

from runtime.server import answer

WIRE = {
    "class": "c",
    "list": ["l"],
    "str": "s",
    "int": 1,
    "copy": "y",
    "model_dump": "m",
    "modelDump": "n",
    "schema": "h",
    "__class__": "k",
    "_hidden": "_",
    "createdAt": "1",
    "created_at": "2",
    "CREATED_AT": "3",
    "2fa": True,
    "": "empty",
    "名前": "Ada",
    "ﬁeld": "f",
    "@type": "t",
    "$ref": "r",
    "date": "2024-01-02",
    "none": None,
    "Any": {"x": [1]},
}


def check(caller: Any) -> None:
    caller.script(answer(200, WIRE))
    odd = caller.call(
        "list", "list_by_self", "a/b", "é", str="s", list=["l"], body=caller.models.Odd(class_="c", none_2=None)
    )
    (request,) = caller.server.requests
    assert request.method == "POST"
    assert request.target.startswith("/class/a%2Fb/%C3%A9?")
    assert request.target.endswith("?list=l&str=s")
    assert json.loads(request.body) == {"class": "c", "none": None}
    assert json.loads(odd.model_dump_json(by_alias=True, exclude_unset=True)) == WIRE
    assert (odd.class_, odd.created_at_2, odd.created_at, odd.created_at_3) == ("c", "1", "2", "3")


def check_equal_names(caller: Any) -> None:
    caller.script(answer(200, {"class": "x"}))
    caller.call("list", "list_by_self", "a", "b", page_size=2, page_size_query=1, page_size_query_2=3, body_query="q")
    assert caller.targets() == ["POST /class/a/b?body=q&pageSize=1&page_size=2&PageSize=3"]


def check_names_of_the_runtime(caller: Any) -> None:
    caller.script(answer(204))
    named = {"text": datetime.date(2024, 1, 2), "styled_query": ["a", "b"], "as_json_query": {"x": 1}}
    caller.call("list", "list", "a", "b", **named)
    assert caller.targets() == ["PUT /class/a/b?text=2024-01-02&styled=a%7Cb&as_json=%7B%22x%22%3A1%7D"]
