"""Names that are required alone, and objects of which nothing is said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError
from runtime.server import answer


def check_both_are_sent(caller: Any) -> None:
    models = caller.models
    run = models.Run(kind={"a": [1]}, name="n", parameters=models.Parameters(LEVEL="debug"))
    caller.script(answer(200, {"name": "n", "at": "2024-01-02", "length": 3}))
    timed = caller.call("runs", "create", body=run)
    wire = {"kind": {"a": [1]}, "name": "n", "parameters": {"LEVEL": "debug"}}
    assert json.loads(caller.server.requests[0].body) == wire
    assert (timed.at.year, timed.length) == (2024, 3)


def check_a_required_name_is_asked_for(caller: Any) -> None:
    models = caller.models
    with pytest.raises(ValidationError, match="kind"):
        models.Run(name="n")
    assert {*models.Marked.model_fields} == {"name"}, "the class that extends it describes the other"
