"""Pages: where they end, and that they stay on the origin (promise 19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import anyio
import pytest

from generator.runtime.links import next_link

from .caller import Caller
from .server import Received, Server, answer


def asked(request: Received, name: str) -> list[str]:
    return parse_qs(request.target.partition("?")[2]).get(name, [])


def targets(server: Server) -> list[str]:
    return [each.target.removeprefix("/paging/") for each in server.requests]


def numbered(last: int, total: bool) -> Callable[[Received], bytes]:
    """Two things on each page up to the last, none after it."""

    def serve(request: Received) -> bytes:
        page = int((asked(request, "page") or ["1"])[0])
        found = [{"id": page * 10 + n} for n in range(2)] if page <= last else []
        return answer(200, {"results": found, **({"total_pages": last} if total else {})})

    return serve


@pytest.mark.promise(19)
def test_pages_stop_at_the_total(caller: Caller) -> None:
    with Server([numbered(3, True)]) as server:
        found = caller.run(server.url, lambda client: client.paging.numbered(q="x"))
    assert [each.id for each in found] == [10, 11, 20, 21, 30, 31]
    assert targets(server) == [f"numbered?page={n}&limit=2&q=x" for n in (1, 2, 3)]


@pytest.mark.promise(19)
def test_pages_without_a_total_stop_at_an_empty_one(caller: Caller) -> None:
    with Server([numbered(2, False)]) as server:
        found = caller.run(server.url, lambda client: client.paging.unending())
    assert len(found) == 4 and targets(server) == ["unending?page=1", "unending?page=2", "unending?page=3"]


@pytest.mark.promise(19)
def test_a_repeated_page_is_the_end_and_is_not_delivered_twice(caller: Caller) -> None:
    with Server([answer(200, {"results": [{"id": 1}]})]) as server:
        found = caller.run(server.url, lambda client: client.paging.unending())
    assert [each.id for each in found] == [1] and len(server.requests) == 2


@pytest.mark.promise(19)
def test_pages_that_start_in_the_middle_or_at_zero(caller: Caller) -> None:
    with Server([answer(200, {"results": [{"id": n}], "total_pages": 3}) for n in range(5)]) as server:
        middle, whole = caller.outcomes(
            server.url, lambda client: client.paging.get_zero(page=1), lambda client: client.paging.get_zero()
        )
    assert (len(middle), len(whole)) == (2, 3)


@pytest.mark.promise(19)
def test_offsets(caller: Caller) -> None:
    def serve(request: Received) -> bytes:
        offset = int((asked(request, "offset") or ["0"])[0])
        return answer(200, {"data": list(range(5))[offset : offset + 2], "total": 5})

    with Server([serve]) as server:
        counted = caller.run(server.url, lambda client: client.paging.offset())
        assert counted == [0, 1, 2, 3, 4] and len(server.requests) == 3
        assert caller.run(server.url, lambda client: client.paging.get_offset_open()) == [0, 1, 2, 3, 4]
    assert len(server.requests) == 7


@pytest.mark.promise(19)
@pytest.mark.parametrize("end", [None, "", "a", "b"])
def test_cursors_stop_at_the_end_and_at_a_repeated_one(caller: Caller, end: str | None) -> None:
    answers = [answer(200, {"data": [n], "meta": {"next": cursor}}) for n, cursor in enumerate(["a", "b", end])]
    with Server(answers) as server:
        assert caller.run(server.url, lambda client: client.paging.cursor()) == [0, 1, 2]
    assert targets(server) == ["cursor", "cursor?after=a", "cursor?after=b"]


@pytest.mark.promise(19)
def test_links_in_the_body(caller: Caller) -> None:
    """Relative, absolute and repeated; the key of the query is sent once, with each."""
    with Server([]) as server:
        server.answers += [
            answer(200, {"data": [1], "next": "?cursor=a&api%20key=k3y"}),
            answer(200, {"data": [2], "next": server.url + "/v1/paging/links?cursor=b"}),
            answer(200, {"data": [3], "next": "/v1/paging/links?cursor=b"}),
        ]
        assert caller.run(server.url + "/v1", lambda client: client.paging.links(q="1"), query="k3y") == [1, 2, 3]
    assert [each.target for each in server.requests] == [
        "/v1/paging/links?q=1&api%20key=k3y",
        "/v1/paging/links?cursor=a&api%20key=k3y",
        "/v1/paging/links?cursor=b&api%20key=k3y",
    ]


@pytest.mark.promise(19)
@pytest.mark.parametrize(
    "link", ["//127.0.0.2/x", "https://127.0.0.1/", "http://127.0.0.1:1/x", "file:///x", "http://[", "{user}"]
)
def test_a_link_to_another_origin_is_refused(caller: Caller, link: str) -> None:
    with Server([]) as server:
        link = link.replace("{user}", f"http://user@127.0.0.1:{server.port}/")
        server.answers.append(answer(200, {"data": [1], "next": link}))
        with pytest.raises(caller.api.DecodeError, match="another origin"):
            caller.run(server.url, lambda client: client.paging.links(), query="k3y")
    assert len(server.requests) == 1


@pytest.mark.promise(19)
def test_the_cap_raises(caller: Caller) -> None:
    with Server([numbered(10, True)]) as server, pytest.raises(caller.api.TooManyPages):
        caller.run(server.url, lambda client: client.paging.numbered(), max_pages=3)
    assert len(server.requests) == 3
    with Server([numbered(3, True)]) as server:
        assert len(caller.run(server.url, lambda client: client.paging.numbered(), max_pages=3)) == 6


@pytest.mark.promise(19)
def test_page_by_page_anew_each_time_and_nothing_before(sync: Caller) -> None:
    page = sync.api.models.Page
    with Server([numbered(2, True)]) as server, sync.client(server.url) as client:
        pages = client.paging.numbered()
        assert server.requests == []
        assert [type(each) for each in pages.pages()] == [page, page]
        assert len(list(pages)) == 4 and pages.first().total_pages == 2
        assert len(server.requests) == 5
        first = pages.first_response()
        assert first.status == 200 and first.value.results[0].id == 10


@pytest.mark.promise(19)
def test_page_by_page_asynchronously(api: Any, backend: str) -> None:
    async def main(url: str) -> None:
        async with Caller(api, backend).client(url) as client:
            pages = client.paging.numbered()
            assert server.requests == []
            assert [type(each) async for each in pages.pages()] == [api.models.Page] * 2
            assert len([each async for each in pages]) == 4 and (await pages.first()).total_pages == 2
            assert len(server.requests) == 5
            first = await pages.first_response()
            assert first.status == 200 and first.value.results[0].id == 10

    with Server([numbered(2, True)]) as server:
        anyio.run(main, server.url, backend=backend)


@pytest.mark.promise(19)
def test_a_page_without_items_is_empty(caller: Caller) -> None:
    with Server([answer(200, {"data": None}), answer(200, {"other": 1})]) as server:
        works = [lambda client: client.paging.cursor()] * 2
        assert caller.outcomes(server.url, *works) == [[], []]


@pytest.mark.promise(19)
def test_credentials_are_missed_when_iterating(caller: Caller) -> None:
    with Server([answer(200, {})]) as server:
        caller.client(server.url).paging.locked()
        with pytest.raises(caller.api.MissingCredentials):
            caller.run(server.url, lambda client: client.paging.locked())
    assert server.connections == 0


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
