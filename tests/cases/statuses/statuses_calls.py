"""Which answer becomes what, by its status."""

from __future__ import annotations

from typing import Any

import pytest
from runtime.server import answer


def check_successes(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {"result": "r"}), answer(202, {"progress": 5}), answer(204))
    assert caller.call("jobs", "get", "1") == models.Done(result="r")
    assert caller.call("jobs", "get", "1") == models.Waiting(progress=5)
    assert caller.call("jobs", "get", "1") is None


def check_text_and_bytes(caller: Any) -> None:
    caller.script(answer(200, "lines é", media="text/plain; charset=utf-8"), answer(206, b"\x00", media="image/png"))
    assert caller.call("jobs", "get_log") == "lines é"
    assert caller.call("jobs", "get_image") == b"\x00"


def check_default_and_nothing(caller: Any) -> None:
    caller.script(answer(203, {"result": "d"}), answer(200, {"unread": 1}), answer(204))
    assert caller.call("jobs", "get_default").result == "d"
    assert caller.call("jobs", "poke") is None
    assert caller.call("jobs", "delete", "a b") is None
    assert caller.targets() == ["GET /only-default", "POST /silent", "DELETE /jobs/a%20b"]


def check_errors(caller: Any) -> None:
    models, package = caller.models, caller.package
    for status, body, kind, expected in (
        (404, {"missing": "m"}, package.NotFound, models.Missing(missing="m")),
        (409, {"message": "c"}, package.Conflict, models.Fault(message="c")),
    ):
        caller.script(answer(status, body, media="application/problem+json"))
        with pytest.raises(kind) as caught:
            caller.call("jobs", "get", "1")
        assert (caught.value.status, caught.value.body) == (status, expected)
