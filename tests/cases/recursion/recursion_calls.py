"""A tree is read to its leaves, and sent with them."""

from __future__ import annotations

import json
import time
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


def tree(levels: int, wrong: object = "leaf") -> str:
    """Return the text of a tree that many levels deep; wrong: the name of its leaf."""
    leaf = f'{{"name": "{wrong}"}}' if isinstance(wrong, str) else f'{{"name": {wrong}}}'
    side = '{"name": "b"}'
    return f'{{"name": "a", "children": [{side}, ' * levels + leaf + "]}" * levels


def leaf_of(node: Any) -> Any:
    while node.children:
        node = node.children[-1]
    return node


def check_500_levels(caller: Any) -> None:
    """What is read so deep is sent again, and built by hand it is the same."""
    caller.script(answer(200, tree(500)), answer(200, tree(500, 5)))
    began = time.monotonic()
    node = caller.call("tree", "get")
    assert leaf_of(node).name == "leaf" and type(node.children[1].children[0]) is caller.models.Node
    assert leaf_of(caller.call("tree", "get")).name == 5
    built = caller.models.Node(name="leaf")
    for _ in range(500):
        built = caller.models.Node(name="a", children=[caller.models.Node(name="b"), built])
    for each in (node, built):
        caller.call("tree", "replace", body=each)
    first, second = (each.body for each in caller.server.requests[2:])
    assert first == second == tree(500).replace(" ", "").encode()
    assert time.monotonic() - began < 10


def check_what_is_wrong_so_deep_is_named(caller: Any) -> None:
    caller.script(answer(200, tree(500, 5)))
    with pytest.raises(caller.package.DecodeError) as caught:
        caller.call("tree", "get", credentials={"strict": True})
    (mismatch,) = caught.value.mismatches
    assert (mismatch.path, mismatch.found) == ("$" + ".children[1]" * 500 + ".name", "integer")


def check_beyond_the_deepest(caller: Any) -> None:
    caller.script(answer(200, tree(5000)))
    with pytest.raises(caller.package.DecodeError, match="nested more than 2000 levels deep"):
        caller.call("tree", "get")
    node = caller.models.Node(name="leaf")
    for _ in range(5000):
        node = caller.models.Node(name="a", parent=node)
    with pytest.raises(caller.package.InvalidArgument, match="nested more than 2000 levels deep"):
        caller.call("tree", "replace", body=node)
    node.parent = node
    with pytest.raises(caller.package.InvalidArgument, match="holds itself"):
        caller.call("tree", "replace", body=node)


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
