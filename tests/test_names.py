"""Names are identifiers, never reserved and never collide, whatever the document calls things."""

from __future__ import annotations

import keyword
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.openapi import names
from generator.openapi.lower.given_names import given_names
from generator.openapi.lower.placing import Heard
from generator.openapi.schema.walk import METHODS
from generator.pipeline import NAMES

TEXT = st.text(max_size=120)


@given(TEXT)
def test_every_spelling_is_an_identifier(text: str) -> None:
    for spell in (NAMES.snake, NAMES.pascal, NAMES.module):
        name = spell(text)
        assert name.isidentifier() and not keyword.iskeyword(name)
        assert len(name) <= names.MAX_LENGTH + 16
        assert unicodedata.normalize("NFKC", name) == name


@given(TEXT)
def test_class_names_are_free(text: str) -> None:
    assert NAMES.pascal(text).casefold() not in NAMES.reserved.classes


@given(st.lists(TEXT, max_size=30))
def test_a_scope_gives_each_name_once(texts: list[str]) -> None:
    scope = names.Scope(("self", "model_dump"))
    taken = [scope.take(NAMES.snake(text)) for text in texts]
    folded = [names.fold(name) for name in taken]
    assert len(set(folded)) == len(folded)
    assert not {"self", "model_dump"} & set(folded)
    assert all(name.isidentifier() for name in taken)


def test_a_keyword_is_no_name() -> None:
    assert [NAMES.snake(each) for each in ("class", "From", "self", "await")] == ["class_", "from_", "self", "await_"]


def test_names_that_python_takes_for_one_are_one_in_a_scope() -> None:
    scope = names.Scope(("name",))
    assert scope.take("n\u00aame") == "n\u00aame_2", "the ordinal indicator is an a to Python"
    assert scope.take("NAME") == "NAME_3"


OPERATIONS = st.lists(
    st.builds(Heard, path=TEXT.map("/{}".format), method=st.sampled_from(METHODS), identity=TEXT, tag=TEXT),
    max_size=20,
    unique_by=lambda each: (each.path, each.method),
)


@given(OPERATIONS)
def test_operations_have_names_of_their_own(heard: list[Heard]) -> None:
    found = [f"{each.resource}.{each.name}" for each in given_names(heard, {}, NAMES)]
    assert len({names.fold(each) for each in found}) == len(found)
    parts = [part for each in found for part in each.split(".")]
    assert all(each.isidentifier() and not keyword.iskeyword(each) for each in parts)
    ways = {".".join(way[:depth]) for each in found for way in (each.split("."),) for depth in range(1, len(way))}
    assert not ways & set(found), "a resource hides a method"


@given(OPERATIONS, OPERATIONS)
def test_what_is_locked_keeps_its_name(heard: list[Heard], more: list[Heard]) -> None:
    before = {
        each.key: f"{one.resource}.{one.name}" for each, one in zip(heard, given_names(heard, {}, NAMES), strict=True)
    }
    later = [*(each for each in more if each.key not in before), *reversed(heard)]
    after = {
        each.key: f"{one.resource}.{one.name}"
        for each, one in zip(later, given_names(later, before, NAMES), strict=True)
    }
    assert {each: after[each] for each in before} == before
    assert len({names.fold(each) for each in after.values()}) == len(after)


@given(st.lists(TEXT, min_size=2, max_size=8, unique=True))
def test_adding_a_name_at_the_end_changes_none_before(texts: list[str]) -> None:
    def spelled(members: list[str]) -> list[str]:
        scope = names.Scope()
        return [scope.take(NAMES.snake(text)) for text in members]

    assert spelled(texts)[:-1] == spelled(texts[:-1])


def test_what_models_have_is_reserved() -> None:
    """A field must not hide an attribute of pydantic's models, whichever version is installed."""
    attributes = {each for each in (*dir(BaseModel), *dir(type(BaseModel))) if not each.startswith("_")}
    assert attributes <= NAMES.reserved.fields
