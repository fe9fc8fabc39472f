"""A value that is not listed stays as it came; a null where none was foreseen too."""

from __future__ import annotations

from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    caller.script(
        answer(200, {"kind": "thing", "level": 2, "parent": None, "note": None, "status": "it's", "ratio": 0.5})
    )
    thing = caller.call("things", "list")
    assert (thing.kind, thing.level, thing.parent, thing.note, thing.status) == ("thing", 2, None, None, "it's")


def check_unknown_values(caller: Any) -> None:
    caller.script(
        answer(200, {"kind": "new", "level": 9, "parent": {"name": "x", "more": 1}, "note": "", "colors": ["blue"]})
    )
    thing = caller.call("things", "list")
    assert (thing.kind, thing.level, thing.parent.name, thing.colors) == ("new", 9, "x", ["blue"])
    assert thing.parent.model_extra == {"more": 1}
