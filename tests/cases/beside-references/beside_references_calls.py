"""A value is of the type that its reference names, whatever stands beside the reference."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from runtime.server import answer


def check_types_stay(caller: Any) -> None:
    caller.script(answer(200, {"count": 3, "again": 4, "state": "paid", "due": "2027-01-02", "home": {"street": "A"}}))
    order = caller.call("orders", "create", caller.models.Order(count=3, codes=["AB"], maybe=None), limit=2)
    assert (order.count, order.again, order.state, order.due) == (3, 4, "paid", date(2027, 1, 2))
    assert type(order.home) is caller.models.Home and isinstance(order.home, caller.models.Address)
    sent = caller.server.requests[-1]
    assert sent.target == "/orders?limit=2"
    assert json.loads(sent.body) == {"count": 3, "codes": ["AB"], "maybe": None}


def check_what_a_branch_says_of_access(caller: Any) -> None:
    """`state` is read-only by a branch of its allOf: what is set of it is not sent."""
    caller.script(answer(200, {"count": 1}))
    caller.call("orders", "create", caller.models.Order(count=1, state="open", next="paid"))
    assert json.loads(caller.server.requests[-1].body) == {"count": 1, "next": "paid"}
