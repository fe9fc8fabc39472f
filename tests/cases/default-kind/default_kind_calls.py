"""What is read of a kind that the document does not know, or of none."""

from __future__ import annotations

from typing import Any

from runtime.server import answer

PETS = [{"kind": "cat", "name": "Tom"}, {"kind": "fish", "name": "Nemo"}, {"name": "Rex"}, {"kind": "dog", "name": 1}]


def check_a_union(caller: Any) -> None:
    caller.script(answer(200, PETS))
    pets = caller.call("pets", "list")
    assert [type(each).__name__ for each in pets] == ["Cat", "OtherPet", "OtherPet", "Dog"]
    assert [each.kind for each in pets] == ["cat", "fish", None, "dog"]


def check_a_family(caller: Any) -> None:
    found = []
    for body in ({"kind": "Ball", "size": 1}, {"kind": "Kite", "colour": "red"}, {"price": 2}):
        caller.script(answer(200, body))
        found.append(caller.call("toys", "list"))
    assert [type(each).__name__ for each in found] == ["Ball", "PlainToy", "PlainToy"]
    assert (found[1].colour, found[2].price) == ("red", 2)
    assert type(caller.models.Toy(price=1)).__name__ == "Toy"
