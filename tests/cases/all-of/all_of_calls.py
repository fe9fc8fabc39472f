"""A composition is read as one object, and is a subclass of its parts."""

from __future__ import annotations

from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    models = caller.models
    body = {"code": 1, "id": "i", "closed": True, "extra": "e", "owner": {"id": "o"}, "other": {"id": 7}, "more": [1]}
    caller.script(answer(200, body))
    result = caller.call("results", "list")
    assert isinstance(result, models.CustomerResult) and isinstance(result, models.Info)
    assert isinstance(result, models.Customer) and isinstance(result, models.Closed)
    assert (result.code, result.id, result.extra, result.owner.id, result.other.id) == (1, "i", "e", "o", 7)
    assert result.model_extra == {"more": [1]}
