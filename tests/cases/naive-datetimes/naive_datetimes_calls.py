"""Datetimes without an offset: refused, taken to be in UTC, or sent as they are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from runtime.server import answer, json_of

NAIVE, AWARE = datetime(2024, 5, 6, 7, 8, 9), datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
DONE = answer(200, "{}")


def places(caller: Any, at: datetime) -> list[tuple[str, dict[str, Any], str]]:
    """Return calls that hold a datetime: method, arguments, and the place that a message names."""
    models = caller.models
    window = models.Window(from_=at)
    return [
        ("create_by_at", {"at": at}, "at"),
        ("create_by_at", {"at": AWARE, "since": [AWARE, at]}, "since[1]"),
        ("create_by_at", {"at": AWARE, "until": at}, "until"),
        ("create_by_at", {"at": AWARE, "x_seen": at}, "X-Seen"),
        ("create_by_at", {"at": AWARE, "seen": at}, "seen"),
        ("create_by_at", {"at": AWARE, "filter": window}, "filter.from_"),
        (
            "create_by_at",
            {"at": AWARE, "body": models.Event(windows=[models.Window(), window])},
            "body.windows[1].from_",
        ),
        ("create_by_at", {"at": AWARE, "body": models.Event(by_name={"a": AWARE, "b": at})}, "body.by_name.b"),
        ("create_list", {"body": [AWARE, at]}, "body[1]"),
        ("create_form", {"body": window}, "body.from_"),
        ("create_parts", {"body": window}, "body.from_"),
        ("create_either", {"body": window}, "body.from_"),
        ("create_either", {"body": window, "media": "application/x-www-form-urlencoded"}, "body.from_"),
        ("create_either", {"body": [AWARE, at]}, "body[1]"),
    ]


def check_refused(caller: Any) -> None:
    for method, arguments, place in places(caller, NAIVE):
        with pytest.raises(caller.package.InvalidArgument) as caught:
            caller.call("events", method, **arguments)
        message = str(caught.value)
        assert message.startswith(f"{place} is a datetime without a time zone: give it one, such as"), message
        assert "naive_datetimes='utc'" in message
    assert caller.server.requests == []


def check_taken_to_be_in_utc(caller: Any) -> None:
    """The same bytes travel as for a datetime in UTC."""
    naive, aware = places(caller, NAIVE), places(caller, AWARE)
    for (method, given, place), (_, expected, _) in zip(naive, aware, strict=True):
        caller.script(DONE)
        caller.call("events", method, credentials={"naive_datetimes": "utc"}, **given)
        caller.call("events", method, **expected)
        first, second = (
            (each.target, each.header("X-Seen"), each.header("Cookie"), part(each)) for each in caller.server.requests
        )
        assert first == second, place


def part(request: Any) -> bytes:
    """The body without the boundary of its parts, which is made anew for each request."""
    boundary = str(request.header("Content-Type") or "").partition("boundary=")[2].encode()
    body: bytes = request.body
    return body.replace(boundary, b"") if boundary else body


def check_kept(caller: Any) -> None:
    caller.script(DONE)
    event = caller.models.Event(by_name={"b": NAIVE})
    caller.call("events", "create_by_at", NAIVE, body=event, credentials={"naive_datetimes": "keep"})
    (request,) = caller.server.requests
    assert request.target == "/at/2024-05-06T07%3A08%3A09"
    assert json_of(request) == {"by_name": {"b": "2024-05-06T07:08:09"}}
    with pytest.raises(caller.package.InvalidArgument, match="until is a datetime"):
        caller.call("events", "create_by_at", AWARE, until=NAIVE, credentials={"naive_datetimes": "keep"})
    with pytest.raises(caller.package.InvalidArgument, match=r"body\[0\] is a datetime"):
        caller.call("events", "create_list", body=[NAIVE], credentials={"naive_datetimes": "keep"})


def check_text_that_looks_like_one(caller: Any) -> None:
    caller.script(DONE)
    caller.call("events", "create_by_at", AWARE, body=caller.models.Event(title="2024-05-06T07:08:09"))
    assert json_of(caller.server.requests[0]) == {"title": "2024-05-06T07:08:09"}


def check_unixtime(caller: Any) -> None:
    caller.script(answer(200, 1714979289))
    assert caller.call("events", "create_list", body=[AWARE, 5], credentials={"strict": True}) == AWARE
    assert json_of(caller.server.requests[0]) == [1714979289, 5]
    caller.script(answer(200, {"made": 1714979289}))
    event = caller.call("events", "create_by_at", AWARE, until=AWARE, body=caller.models.Event(made=AWARE))
    (request,) = caller.server.requests
    assert request.target.endswith("?until=1714979289") and json_of(request) == {"made": 1714979289}
    assert event.made == AWARE
    with pytest.raises(ValueError, match="needs a time zone"):
        caller.models.Event(made=NAIVE)
