"""Each way of paging gives each row once, against a server that pages so: no rows, one, full pages, a short last page,
of the size that was asked for and of a smaller one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from runtime.server import Received, answer, json_of

MOST = 2
"""Rows that the server puts on a page, however many were asked for."""

Ask = dict[str, str]
Way = Callable[[list[str], Ask], tuple[Any, dict[str, str]]]
"""Makes of all rows and of a query a page: its content and its headers."""


def rows(ids: list[str]) -> list[dict[str, str]]:
    return [{"id": each} for each in ids]


def window(ids: list[str], start: int, ask: Ask, size: str = "limit") -> tuple[list[str], bool]:
    """Return the rows from one on, and whether more follow."""
    end = start + min(int(ask.get(size, MOST)), MOST)
    return ids[start:end], end < len(ids)


def after(ids: list[str], name: str, ask: Ask) -> tuple[list[str], bool]:
    """Return the rows after the one with an identifier."""
    return window(ids, ids.index(ask[name]) + 1 if name in ask else 0, ask)


def tokens(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = after(ids, "page_token", ask)
    return {"rows": rows(found), **({"next_page_token": found[-1]} if more else {})}, {}


def last(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = after(ids, "starting_after", ask)
    return {"data": [{"id": each, "width": 1} for each in found], "has_more": more}, {}


def last_ids(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = after(ids, "after", ask)
    return {"data": rows(found), "has_more": more, "last_id": found[-1] if found else None}, {}


def nested(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = after(ids, "after", ask)
    paging = {"next": {"after": found[-1], "link": "https://elsewhere.test/"}} if more else None
    return {"result": {"items": rows(found)}, "paging": paging}, {}


def search(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = after(ids, "starting_after", ask)
    return {"data": rows(found), "pages": {"next": {"starting_after": found[-1]} if more else None}}, {}


def numbered(ids: list[str], ask: Ask) -> tuple[list[str], str]:
    """Return the rows of a page, and the path and query of the next one, "" for none."""
    page = int(ask.get("page", 1))
    found, more = window(ids, (page - 1) * MOST, ask)
    return found, f"?page={page + 1}&limit={ask.get('limit', MOST)}" if more else ""


def linked(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, link = numbered(ids, ask)
    return rows(found), {"Link": f'<{link}>; rel="next"'} if link else {}


def uris(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, link = numbered(ids, ask)
    return {"rows": rows(found), "page": 1, "next_page_uri": f"/uris{link}" if link else None}, {}


def offsets(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, more = window(ids, int(ask.get("offset", 0)), ask)
    return {"rows": rows(found), "offset": 0, "more": more, "total": None}, {}


def uncounted(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    """Say neither that more follow nor, as nobody asked for it, how many there are."""
    found, _ = window(ids, int(ask.get("offset", 0)), ask)
    return {"rows": rows(found), "total": 0}, {}


def windows(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    return rows(window(ids, int(ask.get("skip", 0)), ask)[0]), {}


def numbers(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    found, _ = window(ids, int(ask.get("page", 0)) * MOST, ask, "per_page")
    return {"rows": rows(found), "meta": {"total_pages": -(-len(ids) // MOST), "total_count": len(ids)}}, {}


def plain(ids: list[str], ask: Ask) -> tuple[Any, dict[str, str]]:
    return rows(numbered(ids, ask)[0]), {}


WAYS: dict[str, tuple[str, Way]] = {
    "tokens": ("list_tokens", tokens),
    "last": ("get_last", last),
    "last_ids": ("list_last_ids", last_ids),
    "nested": ("get_nested", nested),
    "search": ("search", search),
    "linked": ("get_linked", linked),
    "uris": ("get_uris", uris),
    "offsets": ("list_offsets", offsets),
    "uncounted": ("list_offsets", uncounted),
    "windows": ("list_windows", windows),
    "numbers": ("list_numbers", numbers),
    "plain": ("get_plain", plain),
}


def serving(caller: Any, way: Way, ids: list[str]) -> None:
    """Let the server page through rows in one way."""

    def serve(request: Received) -> bytes:
        ask = dict(parse_qsl(urlsplit(request.target).query))
        if request.body:
            ask |= json_of(request).get("pagination", {})
        content, headers = way(ids, ask)
        return answer(200, content, headers)

    caller.script(serve)


def check_each_row_comes_once(caller: Any) -> None:
    for name, (method, way) in WAYS.items():
        for count in (0, 1, MOST, 2 * MOST, 2 * MOST + 1):
            ids = [f"r{each}" for each in range(count)]
            for size in (None, 1, 100):
                serving(caller, way, ids)
                found = [each.id for each in caller.call("rows", method, **asking(caller, method, size))]
                assert found == ids, (name, count, size)
                assert len(caller.targets()) <= count + 1, (name, count, size)


def asking(caller: Any, method: str, size: int | None) -> dict[str, Any]:
    """Return the arguments that ask for pages of a size, none for that of the server. Numbered pages keep that."""
    if method == "search":
        return {"body": caller.models.Search(query="x")}
    numbered = method in ("get_linked", "get_uris", "list_numbers", "get_plain")
    if size is None or (numbered and size < MOST):
        return {}
    return {"per_page" if method == "list_numbers" else "limit": size}


def check_a_sign_of_the_end_spares_a_request(caller: Any) -> None:
    for name, most in {"last": 2, "last_ids": 2, "offsets": 2, "numbers": 2, "linked": 2, "tokens": 2}.items():
        method, way = WAYS[name]
        serving(caller, way, ["a", "b", "c", "d"])
        caller.call("rows", method)
        assert len(caller.targets()) == most, name


def check_the_body_says_which_page(caller: Any) -> None:
    serving(caller, search, ["a", "b", "c"])
    caller.call("rows", "search", body=caller.models.Search(query="x", pagination={"per_page": 2}))
    bodies = [json_of(each) for each in caller.server.requests]
    assert bodies == [
        {"query": "x", "pagination": {"per_page": 2}},
        {"query": "x", "pagination": {"per_page": 2, "starting_after": "b"}},
    ]


def check_what_is_stated_to_be_no_page_is_none(caller: Any) -> None:
    caller.script(answer(200, rows(["a", "b"])))
    found = caller.call("rows", "get_stated", page=2)
    assert [each.id for each in found] == ["a", "b"] and caller.targets() == ["GET /stated?page=2"]


def check_one_answer_is_no_list(caller: Any) -> None:
    caller.script(answer(200, {"rows": rows(["a"]), "page": 1}))
    (page,) = caller.paged("rows", "get_uris", "pages")[0]
    with pytest.raises(TypeError, match="Uris is one object and no list"):
        list(page)
