"""How long a token serves, and that those who wait for one share its failure."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from runtime.server import Received, answer

LOGIN = {"client_id": "i", "client_secret": "s"}
OK = answer(200, ["a"])
LIST: tuple[str, dict[str, Any]] = ("list", {})
WAITING = 64


def tokens(caller: Any) -> list[str]:
    return [each.target for each in caller.server.requests]


def check_a_lifetime_of_nothing_serves_one_call(caller: Any) -> None:
    lives: list[Any] = [0, -1, "0", "soon", False, 1e999, [], "nan"]
    for life in lives:
        token = answer(200, {"access_token": "t", "expires_in": life})
        caller.script(token, OK, token, OK)
        assert caller.calls("things", [LIST, LIST], LOGIN) == [["a"], ["a"]], life
        assert tokens(caller) == ["/token", "/things", "/token", "/things"], life


def check_a_token_without_a_lifetime_serves_on(caller: Any) -> None:
    for said in ({}, {"expires_in": None}, {"expires_in": 3600}):
        caller.script(answer(200, {"access_token": "t", **said}), OK, OK)
        assert caller.calls("things", [LIST, LIST], LOGIN) == [["a"], ["a"]]
        assert tokens(caller) == ["/token", "/things", "/things"], said


def check_those_who_wait_share_a_failure(caller: Any) -> None:
    def refuse(request: Received) -> bytes:
        if len(caller.server.requests) == 1:
            time.sleep(0.7)  # meanwhile all others have begun to wait
        return answer(400, {"error": "invalid_client"})

    caller.script(refuse)
    outcomes = caller.together("things", "list", WAITING, LOGIN)
    assert [type(each) for each in outcomes] == [caller.package.BadRequest] * WAITING
    assert len({id(each) for each in outcomes}) == WAITING and {each.status for each in outcomes} == {400}
    assert tokens(caller) == ["/token"]


def check_a_later_call_asks_anew(caller: Any) -> None:
    caller.script(answer(400), answer(200, {"access_token": "t"}), OK)
    outcomes = caller.together("things", "list", 1, LOGIN, waves=3)
    assert [type(each) for each in outcomes] == [caller.package.BadRequest, list, list]
    assert tokens(caller) == ["/token", "/token", "/things", "/things"]


def check_a_date_without_a_zone_is_in_utc(caller: Any, zone: str = "EST+5") -> None:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        for date in ("Thu Jan  1 00:00:50 1970", "Thu, 01 Jan 1970 00:00:50 GMT", "Thu, 01 Jan 1970 00:00:50 -0000"):
            caller.script(answer(200, {"access_token": "t"}), answer(503, None, {"Retry-After": date}))
            with pytest.raises(caller.package.ServerError) as caught:
                caller.call(
                    "things", "list", credentials={**LOGIN, "retry": 0, "seams": caller.seams(now=lambda: 10.0)}
                )
            assert caught.value.retry_after == 40.0, date
    finally:
        os.environ.pop("TZ")
        os.environ.update({} if before is None else {"TZ": before})
        time.tzset()
