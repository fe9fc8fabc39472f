"""Classes that a discriminator tells apart, with the values written by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..play import Play
from ..values import same
from .registry import plays

_SINGLE = "Type_Model_Inheritance_SingleDiscriminator_"
_NESTED = "Type_Model_Inheritance_NestedDiscriminator_"
_ENUM = "Type_Model_Inheritance_EnumDiscriminator_"


def _eagle(m: Any) -> Any:
    return m.Eagle(
        wingspan=5,
        partner=m.Goose(wingspan=2),
        friends=[m.SeaGull(wingspan=2)],
        hate={"key3": m.Sparrow(wingspan=1)},
    )


def _salmon(m: Any) -> Any:
    return m.Salmon(
        age=1,
        partner=m.SawShark(age=2),
        friends=[
            m.Salmon(
                age=2,
                partner=m.Salmon(age=3),
                hate={"key1": m.Salmon(age=4), "key2": m.GoblinShark(age=2)},
            ),
            m.GoblinShark(age=3),
        ],
        hate={"key3": m.SawShark(age=3), "key4": m.Salmon(age=2, friends=[m.Salmon(age=1), m.GoblinShark(age=4)])},
    )


_VALUES: dict[str, Callable[[Any], Any]] = {
    f"{_SINGLE}*etModel": lambda m: m.Sparrow(wingspan=1),
    f"{_SINGLE}putModel": lambda m: m.Sparrow(wingspan=1),
    f"{_SINGLE}*RecursiveModel": _eagle,
    f"{_SINGLE}getLegacyModel": lambda m: m.TRex(size=20),
    f"{_NESTED}getModel": lambda m: m.GoblinShark(age=1),
    f"{_NESTED}putModel": lambda m: m.GoblinShark(age=1),
    f"{_NESTED}*RecursiveModel": _salmon,
    f"{_ENUM}*ExtensibleModel": lambda m: m.Golden(weight=10),
    f"{_ENUM}*FixedModel": lambda m: m.Cobra(length=10),
    "Type_Union_Discriminated_NoEnvelope_*_put": lambda m: m.Cat(name="Whiskers", meow=True),
}
"""Pattern of scenarios -> their value; a tag is filled in by its class."""


@plays("Type_Union_Discriminated_NoEnvelope_*_get")
def _without_tag(play: Play) -> None:
    """The classes have no property for the tag: it is kept as any other that is not documented."""
    value = play.call("GET", play.first.uri).value
    assert isinstance(value, play.models.Cat), repr(value)
    same((value.name, value.meow), ("Whiskers", True))


def _plays(pattern: str, make: Callable[[Any], Any]) -> None:
    @plays(pattern)
    def _play(play: Play) -> None:
        value = make(play.models)
        named = {} if play.first.method == "GET" else {"body": value}
        answered = play.call(play.first.method, play.first.uri, **named)
        same(answered.status, play.first.status)
        if play.first.answer:
            same(answered.value, value)


for _pattern, _make in _VALUES.items():
    _plays(_pattern, _make)
