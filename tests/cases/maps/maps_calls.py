"""Maps are written as they are, and read with typed values."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    models = caller.models
    sent = models.Maps(
        counts={"a": 1}, items={"b": models.Item(name="n")}, free={"c": [None]}, lists={"d": [date(2024, 1, 2)]}
    )
    wire = {"counts": {"a": 1}, "items": {"b": {"name": "n"}}, "free": {"c": [None]}, "lists": {"d": ["2024-01-02"]}}
    caller.script(answer(200, {**wire, "mixed": {"known": "k", "x": 1}, "closed": {"only": "o", "new": 2}}))
    maps = caller.call("maps", "update", body=sent)
    assert json.loads(caller.server.requests[0].body) == wire
    assert maps.items["b"].name == "n" and maps.lists == {"d": [date(2024, 1, 2)]}
    assert maps.mixed.model_extra == {"x": 1} and maps.closed.model_extra == {"new": 2}


def check_plain_map(caller: Any) -> None:
    caller.script(answer(200, {"a": 1, "b": 2}))
    assert caller.call("counts", "list") == {"a": 1, "b": 2}
