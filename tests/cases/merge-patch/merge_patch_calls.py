"""What deletes a key."""

from __future__ import annotations

from typing import Any

from runtime.server import json_of


def check_deletions(caller: Any) -> None:
    models = caller.models
    parts = {"a": models.Inner(note=None), "b": None}
    patch = models.ThingPatch(name=None, parts=parts, deep={"x": None, "y": {"z": None}}, rows=[{"n": 1}])
    caller.call("things", "update", body=patch)
    caller.call("things", "update", name=None, parts={"a": {"note": None}, "b": None}, deep=patch.deep, rows=[{"n": 1}])
    caller.call("things", "update_whole", body={"parts": {"b": None}})
    caller.call("things", "update_whole", body=models.Thing(name=None))
    caller.call("things", "update_labels", body={"gone": None, "kept": "k"})
    sent = [json_of(each) for each in caller.server.requests]
    assert sent[0] == sent.pop(1)
    assert sent == [
        {
            "name": None,
            "parts": {"a": {"note": None}, "b": None},
            "deep": {"x": None, "y": {"z": None}},
            "rows": [{"n": 1}],
        },
        {"parts": {"b": None}},
        {"name": None},
        {"gone": None, "kept": "k"},
    ]
    assert caller.server.requests[0].header("Content-Type") == "application/merge-patch+json"
