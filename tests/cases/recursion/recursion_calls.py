"""A tree is read to its leaves."""

from __future__ import annotations

from typing import Any

from runtime.server import answer


def check(caller: Any) -> None:
    leaf = {"name": "leaf", "value": ["a", ["b"]]}
    person = {"name": "p", "company": {"staff": [{"name": "q"}], "root": {"name": "r"}}}
    caller.script(answer(200, {"name": "top", "children": [leaf], "named": {"x": leaf}, "person": person}))
    node = caller.call("tree", "get")
    assert node.children[0].value == ["a", ["b"]]
    assert node.named["x"].name == "leaf"
    assert node.person.company.staff[0].name == "q"
    assert node.person.company.root.name == "r"
