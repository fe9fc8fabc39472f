"""A failure that comes with status 200."""

from __future__ import annotations

from typing import Any

import pytest
from runtime.server import answer


def check(caller: Any) -> None:
    caller.script(answer(200, {"code": 1, "name": "n"}), answer(200, {"code": 0, "message": "no"}))
    assert caller.call("things", "list").name == "n"
    with pytest.raises(caller.package.ErrorInAnswer) as caught:
        caller.call("things", "list")
    assert (caught.value.status, caught.value.body) == (200, caller.models.Fault(code=0, message="no"))


def check_rule_of_an_operation(caller: Any) -> None:
    caller.script(answer(200, {"code": 0}), answer(200, {"status": {"ok": False}}))
    assert caller.call("things", "create").code == 0
    with pytest.raises(caller.package.ErrorInAnswer):
        caller.call("things", "create")
