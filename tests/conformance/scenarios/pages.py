"""Pages: they are iterated over where they are found; else a user follows a link or hands a token back."""

from __future__ import annotations

from typing import Any

from ..play import Play
from ..values import same
from .registry import plays

_LAST = ["3", "4"]
"""The identifiers on the second page."""
_ALL = ["1", "2", *_LAST]
_NAMES = ["dog", "cat", "bird", "fish"]


@plays(
    "Payload_Pageable_ServerDrivenPagination_*ink*",
    "Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post",
)
def _link(play: Play) -> None:
    named: dict[str, Any] = {}
    if play.first.method == "POST":
        named["body"] = play.models.ServerDrivenPaginationAlternateInitialVerbFilter(filter="foo eq bar")
    if play.pages(play.first.method, play.first.uri):
        same([each.id for each in play.items(play.first.method, play.first.uri, **named)], _ALL)
        return
    nested = "nested" in play.scenario.name
    page = play.call(play.first.method, play.first.uri, **named).value
    link = str(page.nested_next.next if nested else page.next)
    following = play.request(link.removeprefix(play.url)).value
    pets = following["nestedItems"]["pets"] if nested else following["pets"]
    same([each["id"] for each in pets], _LAST)


@plays("Payload_Pageable_ServerDrivenPagination_ContinuationToken_*")
def _token(play: Play) -> None:
    if play.pages("GET", play.first.uri):
        same([each.id for each in play.items("GET", play.first.uri, foo="foo", bar="bar")], _ALL)
        return
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
    first = play.call("GET", play.first.uri).value
    same(first, play.models.XmlPetListResult(pets=_pets(play)[:2], next_marker="page2"))
    same(play.items("GET", play.first.uri), _pets(play))


@plays("Payload_Pageable_XmlPagination_listWithNextLink")
def _xml_link(play: Play) -> None:
    first = play.call("GET", play.first.uri).value
    same(first, play.models.XmlPetListResultWithNextLink(pets=_pets(play)[:2], next_link=first.next_link))
    same(play.items("GET", play.first.uri), _pets(play))


def _pets(play: Play) -> list[Any]:
    """Return what the two pages hold."""
    return [play.models.XmlPet(id=each, name=name) for each, name in zip(_ALL, _NAMES, strict=True)]
