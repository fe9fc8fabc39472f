"""What comes as a child is read as the child, and what is sent as one keeps its fields."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime.server import answer


def sent(caller: Any) -> Any:
    return json.loads(caller.server.requests[-1].body)


def check_children_are_sent_whole(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, {}))
    zoo = models.Zoo(
        star=models.Owl(eyes=2, friend=models.Bird(wings=2)),
        all=[models.Bird(wings=1), models.Animal(kind="new")],
        by={"a": models.Owl(eyes=1)},
        fish=models.SawShark(length=1.5),
        keeper=models.Keeper(name="Ada", badge=7),
    )
    caller.call("zoo", "update", body=zoo)
    assert sent(caller) == {
        "star": {"kind": "Owl", "eyes": 2, "friend": {"kind": "bird", "wings": 2}},
        "all": [{"kind": "bird", "wings": 1}, {"kind": "new"}],
        "by": {"a": {"kind": "Owl", "eyes": 1}},
        "fish": {"order": "sh", "teeth": "saw", "length": 1.5},
        "keeper": {"name": "Ada", "badge": 7},
    }


def check_children_are_dicts(caller: Any) -> None:
    """A class whose tag its constructor fills in is sent with it from a dict as well."""
    caller.script(answer(200, {}))
    fields = {
        "star": {"kind": "Owl", "eyes": 2, "friend": {"kind": "bird", "wings": 2}},
        "all": [{"kind": "bird", "wings": 1}, {"kind": "new"}],
        "by": {"a": {"kind": "Owl", "eyes": 1}, "b": {"wings": 3}},
        "fish": {"order": "sh", "teeth": "saw", "length": 1.5},
    }
    caller.call("zoo", "update", **fields)
    assert sent(caller) == {**fields, "by": {"a": {"kind": "Owl", "eyes": 1}, "b": {"kind": "bird", "wings": 3}}}
    with pytest.raises(caller.package.InvalidArgument, match="no field 'wing'"):
        caller.call("zoo", "update", by={"b": {"kind": "bird", "wing": 3}})
    caller.script(answer(200, []))
    caller.call("zoo", "add_animal", kind="bird")
    assert sent(caller) == {"kind": "bird"}, "the class that is named is the one that is built"


def check_a_child_as_the_body(caller: Any) -> None:
    caller.script(answer(200, []))
    caller.call("zoo", "add_animal", body=caller.models.Owl(eyes=2))
    assert sent(caller) == {"kind": "Owl", "eyes": 2}


def check_children_are_read(caller: Any) -> None:
    models = caller.models
    caller.script(
        answer(
            200,
            {
                "star": {"kind": "Owl", "eyes": 2, "home": {"guests": [{"kind": "bird", "wings": 2}]}},
                "all": [{"kind": "dragon", "fire": True}, {"kind": "bird"}],
                "by": {"a": {"kind": "Owl", "eyes": 1}, "b": {"kind": "bird"}, "c": {"kind": "dragon"}},
                "fish": {"order": "sh", "teeth": "saw", "length": 2},
                "keeper": {"name": "Ada", "badge": 7},
            },
        )
    )
    zoo = caller.call("zoo", "update", body=models.Zoo())
    assert type(zoo.star) is models.Owl and zoo.star.eyes == 2
    assert type(zoo.star.home.guests[0]) is models.Bird
    assert [type(each) for each in zoo.all] == [models.Animal, models.Bird]
    assert zoo.all[0].model_dump(exclude_unset=True) == {"kind": "dragon", "fire": True}
    assert [type(each) for each in zoo.by.values()] == [models.Owl, models.Bird, models.Bird]
    assert type(zoo.fish) is models.SawShark and zoo.fish.length == 2
    assert type(zoo.keeper) is models.Person and zoo.keeper.badge == 7


def check_a_child_that_is_not_as_documented(caller: Any) -> None:
    models = caller.models
    caller.script(answer(200, [{"kind": "Owl", "eyes": "two"}, {"kind": "bird", "wings": 2}, {"wings": 3}]))
    owl, bird, neither = caller.call("zoo", "add_animal", body=models.Bird())
    assert (type(owl), owl.eyes) == (models.Owl, "two")
    assert type(bird) is models.Bird
    assert (type(neither), neither.kind, neither.wings) == (models.Animal, None, 3)


def check_a_union_goes_by_its_mapping(caller: Any) -> None:
    models = caller.models
    for value, kind in (("ticket", models.Ticket), ("pass", models.Ticket), ("Toy", models.Toy)):
        caller.script(answer(200, {"sort": value, "price": 1}))
        assert type(caller.call("zoo", "get_goods")) is kind
