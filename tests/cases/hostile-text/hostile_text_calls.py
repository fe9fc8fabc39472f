"""Hostile names and values travel as they are, and stay text."""

from __future__ import annotations

import json
from typing import Any

from runtime.server import answer

WIRE = {'a"b': '"""\\', "c'd\\": "\0", "e\nf": "x", "{g}": 1, "\0": "nul", "#": "y", "h\u2028i": {'"""': "\\"}}


def check(caller: Any) -> None:
    caller.script(answer(200, WIRE))
    body = caller.models.ODd(a_b='"""\\', c_d="__class__")
    found = caller.call("o_tag", "x_import_os", 'a"/..', q="{{ 7*7 }}", a_x_evil="d\ne", x_odd=1, body=body)
    (request,) = caller.server.requests
    path, _, query = request.target.partition("?")
    assert path == "/a%22b/a%22%2F.."
    assert query.split("&") == [
        "q%27%22%5C=%7B%7B%207%2A7%20%7D%7D",
        "a%0D%0AX-Evil=d%0Ae",
        "X-%22Odd%22=1",
    ]
    assert json.loads(request.body) == {'a"b': '"""\\', "c'd\\": "__class__"}
    assert json.loads(found.model_dump_json(by_alias=True, exclude_unset=True)) == WIRE
