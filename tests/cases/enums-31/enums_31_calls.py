"""Several types, constants and null, read as they come."""

from __future__ import annotations

from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    sent = {"kind": "thing", "version": 2, "note": None, "many": 5, "untyped": True, "parent": {"name": "p"}}
    caller.script(answer(200, {**sent, "sizes": ["S", None], "tuple": ["a", 1], "anything": {"a": 1}}))
    thing = caller.call("things", "list")
    assert (thing.version, thing.many, thing.untyped, thing.parent.name) == (2, 5, True, "p")
    assert (thing.sizes, thing.tuple_2, thing.anything) == (["S", None], ["a", 1], {"a": 1})
