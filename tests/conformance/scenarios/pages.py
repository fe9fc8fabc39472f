"""Pages: the documents do not say how they follow, so a user follows a link or hands a token back."""

from __future__ import annotations

from typing import Any

from ..play import Play
from ..values import same
from .registry import plays

_LAST = ["3", "4"]
"""The identifiers on the second page."""


@plays(
    "Payload_Pageable_ServerDrivenPagination_*ink*",
    "Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post",
)
def _link(play: Play) -> None:
    named: dict[str, Any] = {}
    if play.first.method == "POST":
        named["body"] = play.models.ServerDrivenPaginationAlternateInitialVerbFilter(filter="foo eq bar")
    nested = "nested" in play.scenario.name
    page = play.call(play.first.method, play.first.uri, **named).value
    link = str(page.nested_next.next if nested else page.next)
    following = play.request(link.removeprefix(play.url)).value
    pets = following["nestedItems"]["pets"] if nested else following["pets"]
    same([each["id"] for each in pets], _LAST)


@plays("Payload_Pageable_ServerDrivenPagination_ContinuationToken_*")
def _token(play: Play) -> None:
    nested = "Nested" in play.scenario.name
    answered = play.call("GET", play.first.uri, foo="foo", bar="bar")
    page = answered.value
    if play.scenario.name.endswith("ResponseHeader"):
        token = answered.headers["next-token"]
    else:
        token = page.nested_next.next_token if nested else page.next_token
    following = play.call("GET", play.first.uri, foo="foo", bar="bar", token=token).value
    pets = following.nested_items.pets if nested else following.pets
    same([each.id for each in pets], _LAST)


@plays("Payload_Pageable_PageSize_listWithPageSize")
def _size(play: Play) -> None:
    for size in (2, 4):
        page = play.call("GET", play.first.uri, page_size=size).value
        assert len(page.pets) == size


@plays("Payload_Pageable_XmlPagination_listWithContinuation")
def _xml_token(play: Play) -> None:
    models = play.models
    first = play.call("GET", play.first.uri).value
    second = play.call("GET", play.first.uri, marker=first.next_marker).value
    pets = [models.XmlPet(id="1", name="dog"), models.XmlPet(id="2", name="cat")]
    same(first, models.XmlPetListResult(pets=pets, next_marker="page2"))
    pets = [models.XmlPet(id="3", name="bird"), models.XmlPet(id="4", name="fish")]
    same(second, models.XmlPetListResult(pets=pets))


@plays("Payload_Pageable_XmlPagination_listWithNextLink")
def _xml_link(play: Play) -> None:
    models = play.models
    first = play.call("GET", play.first.uri).value
    pets = [models.XmlPet(id="1", name="dog"), models.XmlPet(id="2", name="cat")]
    same(first, models.XmlPetListResultWithNextLink(pets=pets, next_link=first.next_link))
    assert b"bird" in play.request(str(first.next_link).removeprefix(play.url)).content
