"""Unions within unions are read in steps that grow with the size of an answer. Steps are counted, not times."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from runtime.server import answer


def nested(leaf: str, levels: int) -> str:
    """Return the text of a plan: moves and turns, one within the other."""
    for level in range(levels):
        leaf = f'{{"{("metres", "degrees")[level % 2]}": {level}, "next": {leaf}}}'
    return f'{{"first": {leaf}}}'


@contextmanager
def counted_times(caller: Any) -> Iterator[list[object]]:
    """Note each time that is read."""
    found: list[object] = []

    class Counted(datetime):
        @classmethod
        def fromtimestamp(cls, timestamp: float, tz: Any = None) -> Any:
            found.append(timestamp)
            return datetime.fromtimestamp(timestamp, tz)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib.import_module(f"{caller.package.__name__}._runtime.types"), "datetime", Counted)
        yield found


def check_each_level_is_read_as_its_own_class(caller: Any) -> None:
    for levels in (4, 16, 150, 900):
        caller.script(answer(200, nested('{"degrees": 1, "at": 5}', levels)))
        with counted_times(caller) as reads:
            step = caller.call("plan", "get", credentials={"strict": True}).first
        for level in reversed(range(levels)):
            assert type(step) is (caller.models.Turn if level % 2 else caller.models.Move)
            step = step.next
        assert (step.degrees, step.at.second) == (1, 5)
        assert len(reads) < 3000


def check_what_is_wrong_is_found_in_all_of_it(caller: Any) -> None:
    caller.script(answer(200, nested('{"degrees": "one", "metres": "two", "at": 5}', 60)))
    with counted_times(caller) as reads:
        step = caller.call("plan", "get").first
    for _ in range(60):
        step = step.next
    assert step.metres == "two" and step.at.second == 5
    assert len(reads) < 3000


def check_unknown_kinds_are_no_way_around(caller: Any) -> None:
    """Members with constants of their own are told apart by them, unless a server sends others."""
    rule: dict[str, Any] = {"kind": "some"}
    for _ in range(40):
        rule = {"kind": "neither", "of": [rule]}
    caller.script(answer(200, {"first": {}, "rule": rule}))
    found = caller.call("plan", "get").rule
    for _ in range(40):
        assert found.kind == "neither"
        found = found.of[0]
    assert type(found) is caller.models.Some


def check_a_fault_does_not_have_everything_around_it_read_again(caller: Any) -> None:
    given: list[int] = []
    fitting = importlib.import_module(f"{caller.package.__name__}._runtime.fitting").Fitting
    valid = fitting.valid

    def noted(self: Any, schema: Any, data: Any) -> Any:
        given.append(len(json.dumps(data)))
        return valid(self, schema, data)

    sizes: list[int] = []
    for levels in (40, 80):
        label: dict[str, Any] = {"text": 5}
        for _ in range(levels):
            label = {"text": "on", "on": label}
        caller.script(answer(200, {"first": {}, "label": label}))
        given.clear()
        with pytest.MonkeyPatch.context() as patch, pytest.raises(caller.package.DecodeError) as caught:
            patch.setattr(fitting, "valid", noted)
            caller.call("plan", "get", credentials={"strict": True})
        (mismatch,) = caught.value.mismatches
        assert (mismatch.path, mismatch.found) == ("$.label" + ".on" * levels + ".text", "integer")
        sizes.append(sum(given))
    assert sizes[1] < 3 * sizes[0]
