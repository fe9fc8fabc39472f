"""Pages: where they end, and that they stay on the origin (promise 19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import parse_qs

import anyio
import pytest
from pydantic import Field

from generator.runtime import (
    ApiKey,
    ByCursor,
    ByLink,
    ByOffset,
    ByPage,
    DecodeError,
    MissingCredentials,
    Model,
    TooManyPages,
    credential,
    json,
)
from generator.runtime.links import next_link

from .calls import ANY, FLAVOURS, AsyncThing, SyncThing, get, items
from .server import Received, Server, answer


class Thing(Model):
    id: int


class Page(Model):
    things: Annotated[list[Thing], Field(alias="results")]
    total_pages: int | None = None


PAGE = json({"200": Page})


def asked(request: Received, name: str) -> list[str]:
    return parse_qs(request.target.partition("?")[2]).get(name, [])


def numbered(last: int, total: bool) -> Callable[[Received], bytes]:
    """Two things on each page up to the last, none after it."""

    def serve(request: Received) -> bytes:
        page = int((asked(request, "page") or ["1"])[0])
        found = [{"id": page * 10 + n} for n in range(2)] if page <= last else []
        return answer(200, {"results": found, **({"total_pages": last} if total else {})})

    return serve


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("items_at", [("results",), ("things",)])
def test_pages_stop_at_the_total(flavour: str, items_at: tuple[str, ...]) -> None:
    by = ByPage("page", items=items_at, total=("total_pages",))
    with Server([numbered(3, True)]) as server:
        found = items(flavour, server.url, get(query={"page": 1, "limit": 2, "q": "x"}), PAGE, by)
    assert [each.id for each in found] == [10, 11, 20, 21, 30, 31]
    assert [each.target for each in server.requests] == [f"/things?page={n}&limit=2&q=x" for n in (1, 2, 3)]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_pages_without_a_total_stop_at_an_empty_one(flavour: str) -> None:
    with Server([numbered(2, False)]) as server:
        found = items(flavour, server.url, get(), PAGE, ByPage("page", items=("results",)))
    assert len(found) == 4 and [asked(each, "page") for each in server.requests] == [[], ["2"], ["3"]]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_repeated_page_is_the_end_and_is_not_delivered_twice(flavour: str) -> None:
    with Server([answer(200, {"results": [{"id": 1}]})]) as server:
        found = items(flavour, server.url, get(), PAGE, ByPage("page", items=("results",)))
    assert [each.id for each in found] == [1] and len(server.requests) == 2


def test_pages_that_start_in_the_middle_or_at_zero() -> None:
    by = ByPage("page", items=("results",), total=("total_pages",), start=0)
    with Server([answer(200, {"results": [{"id": n}], "total_pages": 3}) for n in range(5)]) as server:
        assert len(items("sync", server.url, get(query={"page": 1}), PAGE, by)) == 2
        assert len(items("sync", server.url, get(), PAGE, by)) == 3


def test_the_number_of_all_items() -> None:
    by = ByPage("page", items=("results",), count=("count",))
    with Server([answer(200, {"results": [{"id": n}, {"id": n}], "count": 5}) for n in range(9)]) as server:
        assert len(items("sync", server.url, get(query={"limit": 2}), PAGE, by)) == 6
    assert len(server.requests) == 3


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_offsets(flavour: str) -> None:
    def serve(request: Received) -> bytes:
        offset = int((asked(request, "offset") or ["0"])[0])
        return answer(200, {"data": list(range(5))[offset : offset + 2], "total": 5})

    by = ByOffset("offset", items=("data",), total=("total",))
    with Server([serve]) as server:
        assert items(flavour, server.url, get(query={"limit": 2}), ANY, by) == [0, 1, 2, 3, 4]
        assert len(server.requests) == 3
        assert items(flavour, server.url, get(), ANY, ByOffset("offset", items=("data",))) == [0, 1, 2, 3, 4]
    assert len(server.requests) == 7


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("end", [None, "", "a", "b"])
def test_cursors_stop_at_the_end_and_at_a_repeated_one(flavour: str, end: str | None) -> None:
    answers = [answer(200, {"data": [n], "meta": {"next": cursor}}) for n, cursor in enumerate(["a", "b", end])]
    by = ByCursor("after", next=("meta", "next"), items=("data",))
    with Server(answers) as server:
        assert items(flavour, server.url, get(), ANY, by) == [0, 1, 2]
    assert [asked(each, "after") for each in server.requests] == [[], ["a"], ["b"]]


def test_cursors_with_a_flag() -> None:
    answers = [answer(200, {"data": [n], "next": f"c{n}", "more": n < 1}) for n in range(5)]
    with Server(answers) as server:
        by = ByCursor("after", next=("next",), items=("data",), more=("more",))
        assert items("sync", server.url, get(), ANY, by) == [0, 1]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_links_in_the_body_and_in_the_header(flavour: str) -> None:
    schemes = {"key": ApiKey("query", "key", credential("k3y", "key"))}
    with Server([]) as server:
        server.answers += [
            answer(200, {"data": [1], "next": "?cursor=a&key=k3y"}),
            answer(200, {"data": [2], "next": server.url + "/v1/things?cursor=b"}),
            answer(200, {"data": [3], "next": "/v1/things?cursor=b"}),
        ]
        by = ByLink(next=("next",), items=("data",))
        request = get(query={"q": 1}, auth=(("key",),))
        assert items(flavour, server.url + "/v1", request, ANY, by, schemes=schemes) == [1, 2, 3]
    assert [each.target for each in server.requests] == [
        "/v1/things?q=1&key=k3y",
        "/v1/things?cursor=a&key=k3y",
        "/v1/things?cursor=b&key=k3y",
    ]
    link = {"Link": '</things?p=2>; title="a, b"; rel="next last"'}
    with Server([answer(200, [1], link), answer(200, [2])]) as server:
        assert items(flavour, server.url, get(), ANY, ByLink()) == [1, 2]
    assert server.requests[1].target == "/things?p=2"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "link", ["//127.0.0.2/x", "https://127.0.0.1/", "http://127.0.0.1:1/x", "file:///x", "http://[", "{user}"]
)
def test_a_link_to_another_origin_is_refused(flavour: str, link: str) -> None:
    with Server([]) as server:
        link = link.replace("{user}", f"http://user@127.0.0.1:{server.port}/")
        server.answers.append(answer(200, {"data": [1], "next": link}))
        with pytest.raises(DecodeError, match="another origin"):
            items(flavour, server.url, get(), ANY, ByLink(next=("next",), items=("data",)))
    assert len(server.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_cap_raises(flavour: str) -> None:
    with Server([numbered(10, True)]) as server, pytest.raises(TooManyPages):
        items(flavour, server.url, get(), PAGE, ByPage("page", items=("results",)), max_pages=3)
    assert len(server.requests) == 3
    with Server([numbered(3, True)]) as server:
        by = ByPage("page", items=("results",), total=("total_pages",))
        assert len(items(flavour, server.url, get(), PAGE, by, max_pages=3)) == 6


def test_page_by_page_anew_each_time_and_nothing_before() -> None:
    by = ByPage("page", items=("results",), total=("total_pages",))
    with Server([numbered(2, True)]) as server, SyncThing(server.url) as client:
        pages = client.probe.pages(get(), PAGE, by)
        assert server.requests == []
        assert [type(page) for page in pages.pages()] == [Page, Page]
        assert len(list(pages)) == 4 and pages.first().total_pages == 2
        assert len(server.requests) == 5
        first = pages.first_response()
        assert first.status == 200 and first.value.things[0].id == 10


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_page_by_page_asynchronously(backend: str) -> None:
    by = ByPage("page", items=("results",), total=("total_pages",))

    async def main(url: str) -> list[Any]:
        async with AsyncThing(url) as client:
            pages = client.probe.pages(get(), PAGE, by)
            first = await pages.first_response()
            return [
                first.status,
                (await pages.first()).total_pages,
                *[len(page.things) async for page in pages.pages()],
            ]

    with Server([numbered(2, True)]) as server:
        assert anyio.run(main, server.url, backend=backend) == [200, 2, 2, 2]


def test_a_page_without_items_is_empty() -> None:
    with Server([answer(200, {"results": None}), answer(200, {"other": 1})]) as server:
        assert items("sync", server.url, get(), ANY, ByPage("page", items=("results",))) == []
        assert items("sync", server.url, get(), ANY, ByPage("page", items=("results",))) == []


def test_credentials_are_missed_when_iterating() -> None:
    with SyncThing("http://127.0.0.1:9", {"key": ApiKey("header", "X", credential(None, "key"))}) as client:
        pages = client.probe.pages(get(auth=(("key",),)), PAGE, ByPage("page"))
        with pytest.raises(MissingCredentials):
            next(iter(pages))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ""),
        ("</a>; rel=next", "/a"),
        ('</a>; rel="prev", </b?x=1,2>; rel="next"', "/b?x=1,2"),
        ("</a>; REL=Next", "/a"),
        ("</a>; rel=nextish", ""),
        ("nonsense", ""),
    ],
)
def test_link_headers(header: str, expected: str) -> None:
    assert next_link(header) == expected
