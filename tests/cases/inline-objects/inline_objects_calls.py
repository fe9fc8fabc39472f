"""Inline objects are written and read as classes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime.server import answer


def check(caller: Any) -> None:
    models = caller.models
    caller.script(answer(201, {"entries": [{"id": "a"}], "matrix": [[{"cell": 1}]]}))
    body = models.CreateOrderBody(lines=[models.CreateOrderBodyLine(sku="s")], address=models.PostalAddress(street="x"))
    order = caller.call("orders", "create", body=body)
    assert json.loads(caller.server.requests[0].body) == {"lines": [{"sku": "s"}], "address": {"street": "x"}}
    assert order.entries[0].id == "a"
    assert order.matrix[0][0].cell == 1


def check_error(caller: Any) -> None:
    caller.script(answer(422, {"message": "no"}))
    with pytest.raises(caller.package.Unprocessable) as caught:
        caller.call("orders", "create")
    assert caught.value.body.message == "no"
