"""Free keys are arguments, attributes and items, of the type that the document gives them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError
from runtime.server import answer

DAY, TEXT = datetime(2024, 1, 2, tzinfo=UTC), "2024-01-02T00:00:00Z"


def check_built_changed_and_sent(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {"id": "1"}))
    dates = models.Dates(**{"first_name": "Ada", "on-off": DAY})
    dates.later = DAY
    dates["copy"] = DAY
    dates["first-name"] = "Bob"
    assert dates["on-off"] == dates.later == dates["copy"] == DAY and "copy" in dates and "copy-2" not in dates
    anything = models.AnyMore(a=1, b={"c": [None]})
    del anything["b"]
    anything["d"] = models.Silent(a=1)
    body = models.Settings(
        id="1",
        any=anything,
        empty=models.EmptyMore(b=1),
        dates=dates,
        lists=models.Lists(one=[models.Silent(a=1)], two=[{"a": 2}]),
        named={"x-1": 1},
        derived=models.Derived(b=1, day=DAY),
    )
    caller.call("settings", "update", body=body)
    assert json.loads(caller.server.requests[0].body) == {
        "id": "1",
        "any": {"a": 1, "d": {"a": 1}},
        "empty": {"b": 1},
        "dates": {"first-name": "Bob", "on-off": TEXT, "later": TEXT, "copy": TEXT},
        "lists": {"one": [{"a": 1}], "two": [{"a": 2}]},
        "named": {"x-1": 1},
        "derived": {"b": 1, "day": TEXT},
    }


def check_read(caller: Any) -> None:
    models = caller.models
    lists = {"one": [{"a": 1}], "two": [{"a": "x", "new": 1}]}
    dates = {"first-name": "Ada", "day": TEXT, "never": None}
    caller.script(answer(200, {"id": "1", "lists": lists, "dates": dates, "closed": {"b": 2}, "silent": {"b": [1]}}))
    found = caller.call("settings", "update", body=models.Settings(id="1"))
    assert found.lists["one"] == [models.Silent(a=1)]
    assert (found.lists.two[0].a, found.lists.two[0].new) == ("x", 1)
    assert (found.dates.day, found.dates["never"]) == (DAY, None)
    assert (found.closed.b, found.silent.b) == (2, [1])
    assert json.loads(found.model_dump_json(exclude_unset=True))["lists"] == lists
    found.silent.b = 5
    assert found.silent.model_dump(exclude_unset=True) == {"b": 5}


def check_what_is_refused(caller: Any) -> None:
    models = caller.models
    makers: list[Callable[[], object]] = [
        lambda: models.Silent(b=1),
        lambda: models.Closed(b=1),
        lambda: models.Settings(id="1", silent={"b": 1}),
        lambda: models.Lists(one=[{"b": 1}]),
        lambda: models.AnyMore(a="x", b=1),
        lambda: models.Dates(day="soon"),
    ]
    for make in makers:
        with pytest.raises(ValidationError):
            make()
    for closed in (models.Silent(), models.Closed(a=1)):
        with pytest.raises(AttributeError, match=f"{type(closed).__name__} has no field 'b'"):
            closed.b = 1
    with pytest.raises(KeyError):
        models.AnyMore()["b"]
