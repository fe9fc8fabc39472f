"""A tree is read to its leaves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError
from runtime.server import answer


def check_a_tree_is_read_to_its_leaves(caller: Any) -> None:
    leaf = {"name": "leaf", "value": ["a", ["b"]]}
    person = {"name": "p", "company": {"staff": [{"name": "q"}], "root": {"name": "r"}}}
    caller.script(answer(200, {"name": "top", "children": [leaf], "named": {"x": leaf}, "person": person}))
    node = caller.call("tree", "get")
    assert node.children[0].value == ["a", ["b"]]
    assert node.named["x"].name == "leaf"
    assert node.person.company.staff[0].name == "q"
    assert node.person.company.root.name == "r"


def check_members_with_constants_of_their_own_are_not_all_tried(caller: Any) -> None:
    """No document says `discriminator`: were each member tried within each, there would be an error for each try."""
    models = caller.models

    def rules(leaf: Any, depth: int) -> Any:
        return [{"kind": "all" if depth % 2 else "some", "of": rules(leaf, depth - 1)}] if depth else [leaf]

    with pytest.raises(ValidationError) as caught:
        models.Node.model_validate_json(json.dumps({"name": "n", "rules": rules({"kind": "is", "limit": "x"}, 6)}))
    assert caught.value.error_count() == 1
    caller.script(answer(200, {"name": "n", "rules": rules({"kind": "is", "limit": 3}, 60)}))
    found = caller.call("tree", "get").rules[0]
    for kind in ("some", "all") * 30:
        assert (type(found).__name__, found.kind) == ("Some" if kind == "some" else "All", kind)
        found = found.of[0]
    assert found == models.Is(kind="is", limit=3)
    caller.script(answer(200, {"name": "n", "rules": [{"kind": "not", "of": []}, {"kind": "is", "limit": "x"}]}))
    unknown, wrong = caller.call("tree", "get").rules
    assert (unknown.kind, wrong.limit) == ("not", "x")
