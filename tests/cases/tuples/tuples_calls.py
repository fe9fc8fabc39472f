"""Arrays with a type for each place are tuples to a caller, and arrays on the wire."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from runtime.server import answer, json_of

MOMENT = datetime(2026, 1, 31, 10, tzinfo=UTC)
SECONDS = int(MOMENT.timestamp())
ROUTE = {
    "start": [1.5, 2],
    "legs": [[{"name": "a", "next": [{"name": "b"}, None]}, [3, 4]]],
    "named": {"north": ["n", {"km": 3}]},
    "seen": [SECONDS, "+//+Pw=="],
    "cost": [0.12345678901234567890, "EUR"],
    "either": ["a", "2026-01-31"],
    "some": ["a"],
    "more": ["a", 1, 2],
}


def check_answers(caller: Any) -> None:
    caller.script(answer(200, ROUTE))
    route = caller.call("routes", "replace", body=caller.models.Route(start=(1, 2)))
    assert route.start == (1.5, 2.0) and type(route.start) is tuple
    ((stop, place),) = route.legs
    assert (stop.name, place) == ("a", (3.0, 4.0))
    assert (stop.next[0].name, stop.next[1]) == ("b", None)
    assert route.named["north"][1].km == 3
    assert route.seen == (MOMENT, b"\xfb\xff\xfe?")
    assert (route.either, route.some, route.more) == (("a", date(2026, 1, 31)), ["a"], ["a", 1, 2])


def check_all_digits_of_a_decimal(caller: Any) -> None:
    caller.script(answer(200, '{"start": [1, 2], "cost": [0.12345678901234567890, "EUR"]}'))
    route = caller.call("routes", "replace", body=caller.models.Route(start=(1, 2)))
    assert route.cost == (Decimal("0.12345678901234567890"), "EUR")


def check_bodies_are_built_from_tuples_or_lists(caller: Any) -> None:
    models = caller.models
    for made in (tuple, list):
        stop = models.Stop(name="a", next=made((models.Stop(name="b"), None)))
        route = models.Route(
            start=made((1, 2.5)),
            legs=[made((stop, made((3, 4))))],
            named={"north": made(("n", models.RouteNamedValueItem2(km=3)))},
            seen=made((MOMENT, b"a")),
            cost=made((Decimal("0.10"), "EUR")),
        )
        assert route.start == (1.0, 2.5)
        caller.call("routes", "replace", body=route)
        route.start = made((5, 6))
        caller.call("routes", "replace", body=route)
    first, second, third, fourth = caller.server.requests
    assert first.body == third.body and json_of(first) == {
        "start": [1, 2.5],
        "legs": [[{"name": "a", "next": [{"name": "b"}, None]}, [3, 4]]],
        "named": {"north": ["n", {"km": 3}]},
        "seen": [SECONDS, "YQ=="],
        "cost": [0.1, "EUR"],
    }
    assert json_of(second) == json_of(fourth) == {**json_of(first), "start": [5, 6]}
    assert b'"cost":[0.10,"EUR"]' in first.body


def check_what_does_not_fit_is_refused(caller: Any) -> None:
    for start in ((1,), (1, 2, 3), (1, "north"), "12"):
        with pytest.raises(ValueError, match="start"):
            caller.models.Route(start=start)
    with pytest.raises(ValueError, match="metres"):
        caller.models.Route(start=(1, 2), named={"north": ("n", {"km": 3, "metres": 4})})


def check_each_place_is_written_in_its_own_way(caller: Any) -> None:
    caller.script(answer(200, ["2026-01-31T10:00:00Z", SECONDS, "-__-Pw==", "+//+Pw"]))
    raw = b"\xfb\xff\xfe?"
    assert caller.call("routes", "create_marks", body=[(MOMENT, MOMENT, raw, raw)]) == (MOMENT, MOMENT, raw, raw)
    assert json_of(caller.server.requests[0]) == [["2026-01-31T10:00:00Z", SECONDS, "+//+Pw==", "-__-Pw"]]


def check_parameters(caller: Any) -> None:
    caller.script(answer(200, [[1, 2], [3, 4]]))
    found = caller.call("routes", "list", from_=(1.5, 2), between=(MOMENT, MOMENT))
    assert found == [(1.0, 2.0), (3.0, 4.0)]
    (request,) = caller.server.requests
    assert request.target == f"/routes?from=1.5,2&between=2026-01-31T10%3A00%3A00Z&between={SECONDS}"


def check_what_is_not_as_documented(caller: Any) -> None:
    """It is delivered as it came, as far as it came, and named where the client is strict."""
    wrong = {"start": [1], "legs": [[{"name": 5}, [3, 4]], []], "seen": [SECONDS, 7, "b"], "either": [1], "cost": "no"}
    caller.script(answer(200, wrong), answer(200, wrong))
    body = caller.models.Route(start=(1, 2))
    route = caller.call("routes", "replace", body=body)
    assert (route.start, route.seen, route.either, route.cost) == ((1.0,), (MOMENT, 7, "b"), (1,), "no")
    assert route.legs[0][0].name == 5 and route.legs[0][1] == (3.0, 4.0) and route.legs[1] == ()
    with pytest.raises(caller.package.DecodeError) as caught:
        caller.call("routes", "replace", body=body, credentials={"strict": True})
    assert [str(each) for each in caught.value.mismatches] == [
        "$.start[1]: expected float, found absent",
        "$.legs[0][0].name: expected str, found integer",
        "$.legs[1][0]: expected Stop, found absent",
        "$.legs[1][1]: expected array or null, found absent",
        "$.seen[1]: expected function-plain, found integer",
        "$.seen[2]: expected nothing, found string",
        "$.cost: expected array, found string",
        "$.either[0]: expected str, found integer",
    ]
    caller.script(answer(200, ROUTE))
    caller.call("routes", "replace", body=route)
    assert json_of(caller.server.requests[0]) == wrong


def check_what_was_read_is_sent_again(caller: Any) -> None:
    caller.script(answer(200, ROUTE), answer(200, ROUTE))
    route = caller.call("routes", "replace", body=caller.models.Route(start=(1, 2)))
    caller.call("routes", "replace", body=route)
    sent = json_of(caller.server.requests[1])
    assert {**sent, "cost": None} == {**ROUTE, "cost": None}
