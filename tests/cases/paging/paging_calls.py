"""The pages are followed to the end, in each of the four ways."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest
from runtime.server import answer


def rows(*ids: int) -> list[dict[str, int]]:
    return [{"id": each} for each in ids]


def check_a_document_without_servers_leaves_it_to_the_caller(caller: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SPEC_BASE_URL", raising=False)
        with pytest.raises(caller.package.InvalidArgument, match="base_url= or the environment variable SPEC_BASE_URL"):
            caller.package.SpecClient()
        patch.setenv("SPEC_BASE_URL", "http://env.test")
        assert repr(caller.package.SpecClient()) == "SpecClient('http://env.test')"


def check_pages(caller: Any) -> None:
    caller.script(
        answer(200, {"results": rows(1, 2), "total_pages": 2}), answer(200, {"results": rows(3), "total_pages": 2})
    )
    assert [each.id for each in caller.call("rows", "list_pages")] == [1, 2, 3]
    assert caller.targets() == ["GET /pages?page=1&limit=2", "GET /pages?page=2&limit=2"]


def check_offsets(caller: Any) -> None:
    caller.script(
        answer(200, {"meta": {"rows": rows(1, 2), "count": 3}}), answer(200, {"meta": {"rows": rows(3), "count": 3}})
    )
    assert [each.id for each in caller.call("rows", "list_offsets")] == [1, 2, 3]
    assert caller.targets() == ["GET /offsets?offset=0&limit=2", "GET /offsets?offset=2&limit=2"]


def check_cursors(caller: Any) -> None:
    caller.script(answer(200, {"results": rows(1), "next": "a b"}), answer(200, {"results": rows(2), "next": None}))
    assert [each.id for each in caller.call("rows", "list_cursors", q="x")] == [1, 2]
    assert caller.targets() == ["GET /cursors?q=x", "GET /cursors?q=x&after=a%20b"]


def check_links(caller: Any) -> None:
    caller.script(answer(200, {"results": rows(1), "next": "/links?at=2"}), answer(200, {"results": rows(2)}))
    assert [each.id for each in caller.call("rows", "list_links")] == [1, 2]
    assert caller.targets() == ["GET /links", "GET /links?at=2"]


def check_a_page_without_rows_ends(caller: Any) -> None:
    caller.script(answer(200, {"results": []}))
    assert caller.call("rows", "list_pages") == []
    assert len(caller.targets()) == 1


PAGES: dict[str, list[dict[str, Any]]] = {
    "list_pages": [{"results": rows(1, 2), "total_pages": 3}, {"results": rows(3, 4)}, {"results": rows(5)}],
    "list_offsets": [{"meta": {"rows": each, "count": 5}} for each in (rows(1, 2), rows(3, 4), rows(5))],
    "list_cursors": [{"results": rows(1, 2), "next": "b"}, {"results": rows(3, 4), "next": "c"}, {"results": rows(5)}],
    "list_links": [
        {"results": rows(1, 2), "next": "/links?at=2"},
        {"results": rows(3, 4), "next": "?at=3"},
        {"results": rows(5)},
    ],
}
"""Three pages in each way; the first says what is needed to know where they end."""


def serving(caller: Any, method: str, first: int = 0) -> None:
    """Let the server answer with the pages from one of them on."""
    total = {"total_pages": 3} if method == "list_pages" else {}
    caller.script(*(answer(200, {**each, **total}) for each in PAGES[method][first:]), answer(500))


def check_an_iteration_goes_on_from_a_cursor(caller: Any) -> None:
    for method in PAGES:
        serving(caller, method)
        pages, cursor = caller.paged("rows", method, "pages", most=1)
        assert len(pages) == 1 and len(caller.targets()) == 1
        serving(caller, method, 1)
        found, end = caller.paged("rows", method, "items", after=cursor)
        assert [each.id for each in found] == [3, 4, 5], method
        resumed = caller.targets()
        serving(caller, method)
        caller.call("rows", method)
        assert caller.targets()[1:] == resumed, method
        caller.script(answer(500))
        assert caller.paged("rows", method, "pages", after=end) == ([], end) and caller.targets() == []


def check_an_item_cursor_loses_and_doubles_nothing(caller: Any) -> None:
    for method in PAGES:
        cursor, found = None, list[int]()
        for count in range(6):
            serving(caller, method, count // 2)
            items, cursor = caller.paged("rows", method, "items", most=1, after=cursor)
            found += [each.id for each in items]
        assert found == [1, 2, 3, 4, 5], method
        serving(caller, method)
        _, cursor = caller.paged("rows", method, "items", most=1)
        serving(caller, method)
        pages, _ = caller.paged("rows", method, "pages", most=1, after=cursor)
        assert len(pages) == 1 and pages[0] == caller_page(caller, method), method


def caller_page(caller: Any, method: str) -> Any:
    """Return the first page."""
    serving(caller, method)
    return caller.paged("rows", method, "pages", most=1)[0][0]


def check_a_page_that_fails_is_asked_for_again(caller: Any) -> None:
    for method in PAGES:
        first, *_, last = (answer(200, each) for each in PAGES[method])
        caller.script(first, answer(400))
        with pytest.raises(caller.package.BadRequest):
            caller.call("rows", method)
        caller.script(first)
        _, cursor = caller.paged("rows", method, "items", most=2)
        caller.script(answer(400))
        with pytest.raises(caller.package.BadRequest):
            caller.paged("rows", method, "items", after=cursor)
        caller.script(last)
        found, _ = caller.paged("rows", method, "items", most=1, after=cursor)
        assert [each.id for each in found] == [5]


def check_a_cursor_is_refused(caller: Any) -> None:
    serving(caller, "list_cursors")
    _, cursor = caller.paged("rows", "list_cursors", "pages", most=1, q="x")
    wrong = ["", "x", cursor[:-3], "é", f"{cursor}\n", *map(forged, [[], {}, {"at": 1}])]
    caller.script(answer(500))
    for text in wrong:
        with pytest.raises(caller.package.InvalidArgument, match="cursor"):
            caller.paged("rows", "list_cursors", "items", after=text, q="x")
    for method, named in (("list_links", {}), ("list_cursors", {}), ("list_cursors", {"q": "y"})):
        with pytest.raises(caller.package.InvalidArgument, match="of another operation, or of other arguments"):
            caller.paged("rows", method, "pages", after=cursor, **named)
    said = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    assert said["of"] == "GET /cursors" and said["at"] == "b"
    for change in ({"at": ""}, {"skip": -1}, {"skip": "0"}, {"skip": None}):
        with pytest.raises(caller.package.InvalidArgument, match="no cursor"):
            caller.paged("rows", "list_cursors", "items", after=forged({**said, **change}), q="x")
    assert caller.targets() == []


def check_a_forged_link_stays_on_the_origin(caller: Any) -> None:
    serving(caller, "list_links")
    _, cursor = caller.paged("rows", "list_links", "pages", most=1)
    said = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    at: Any
    for at in ("//127.0.0.2/x", "/@127.0.0.2/x"):
        caller.script(answer(200, {"results": rows(1)}))
        caller.paged("rows", "list_links", "pages", after=forged({**said, "at": at}))
        assert caller.targets() == [f"GET {at}"]
    for at in ("http://127.0.0.2/x", "@127.0.0.2/x", 1):
        with pytest.raises(caller.package.InvalidArgument, match="no cursor"):
            caller.paged("rows", "list_links", "pages", after=forged({**said, "at": at}))


def forged(said: Any) -> str:
    return urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


def check_a_cursor_that_leads_back_ends(caller: Any) -> None:
    caller.script(
        answer(200, {"results": rows(1), "next": "b"}),
        answer(200, {"results": rows(2), "next": "c"}),
        answer(200, {"results": rows(3), "next": "b"}),
    )
    assert [each.id for each in caller.call("rows", "list_cursors")] == [1, 2, 3]
    caller.script(answer(200, {"results": rows(1), "next": "b"}))
    _, cursor = caller.paged("rows", "list_cursors", "pages", most=1)
    caller.script(answer(200, {"results": rows(2), "next": "c"}), answer(200, {"results": rows(3), "next": "b"}))
    assert [each.id for each in caller.paged("rows", "list_cursors", "items", after=cursor)[0]] == [2, 3]


def check_pages_say_what_they_are(caller: Any) -> None:
    pages = caller.made("rows", "list_cursors", q="secret")
    assert repr(pages) == f"<{'AsyncPages' if caller.is_async else 'Pages'} of GET /cursors>"
