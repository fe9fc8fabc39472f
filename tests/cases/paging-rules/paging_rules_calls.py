"""Each rule that x-paging can state is followed; pages over sockets, sync and async."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from decimal import Decimal
from typing import Any

import pytest
from runtime.server import Received, answer


def rows(*ids: int) -> list[dict[str, int]]:
    return [{"id": each} for each in ids]


def ids(caller: Any, method: str, **named: Any) -> list[int]:
    return [each.id for each in caller.call("rows", method, **named)]


def check_the_number_of_all_items(caller: Any) -> None:
    caller.script(*(answer(200, {"rows": rows(n, n + 1), "count": 5, "more": True}) for n in (0, 2, 4, 6)))
    assert ids(caller, "list_counted", size=50) == [0, 1, 2, 3, 4, 5]  # a server may send less than it was asked for
    assert caller.targets() == [f"GET /counted?page={n}&size=50" for n in (0, 1, 2)]
    caller.script(
        answer(200, {"rows": rows(4, 5), "count": 7, "more": True}), answer(200, {"rows": rows(6), "count": 7})
    )
    assert ids(caller, "list_counted", page=2) == [4, 5, 6]


def check_a_flag_that_nothing_follows(caller: Any) -> None:
    for method in ("list_counted", "list_windows", "list_last"):
        caller.script(
            answer(200, {"rows": rows(1), "more": True}),
            answer(200, {"rows": rows(2), "more": False}),
            answer(200, {"rows": rows(3), "more": True}),
        )
        assert ids(caller, method) == [1, 2], method


def check_offsets_that_begin_at_one(caller: Any) -> None:
    caller.script(*(answer(200, {"rows": each, "count": 3, "more": True}) for each in (rows(1, 2), rows(3), rows(4))))
    assert ids(caller, "list_windows") == [1, 2, 3]
    assert caller.targets() == ["GET /windows?startIndex=1", "GET /windows?startIndex=3"]


def check_a_cursor_that_is_the_last_item(caller: Any) -> None:
    pages = [(rows(5, 4), True), (rows(3), True), ([], True)]
    caller.script(*(answer(200, {"rows": found, "more": more}) for found, more in pages))
    assert ids(caller, "list_last", limit=2) == [5, 4, 3]
    assert [each.partition("?")[2] for each in caller.targets()] == [
        "limit=2",
        "limit=2&starting_after=4",
        "limit=2&starting_after=3",
    ]


def check_a_cursor_travels_as_it_came(caller: Any) -> None:
    caller.script(answer(200, {"rows": [{"id": 1, "made": 1700000000}]}), answer(200, {"rows": []}))
    assert ids(caller, "list_since") == [1]
    assert caller.targets()[1] == "GET /since?since=1700000000"


def check_a_cursor_in_the_body(caller: Any) -> None:
    caller.script(answer(200, {"rows": rows(1), "next": "b"}), answer(200, {"rows": rows(2)}))
    sum = "0.1234567890123456789012345"
    search = caller.models.Search.model_validate({"sum": Decimal(sum), "page": {"size": 2}})
    assert ids(caller, "search", body=search) == [1, 2]
    first, second = (each.body.decode() for each in caller.server.requests)
    assert json.loads(first)["page"] == {"size": 2} and json.loads(second)["page"] == {"size": 2, "after": "b"}
    assert sum in first and sum in second
    caller.script(answer(200, {"rows": rows(1), "next": "b"}), answer(200, {"rows": rows(2)}))
    found, cursor = caller.paged("rows", "search", "pages", most=1, body=search)
    assert [each.id for page in found for each in page.rows] == [1]
    again, _ = caller.paged("rows", "search", "items", after=cursor, body=search)
    assert [each.id for each in again] == [2] and b'"after":"b"' in caller.server.requests[1].body
    with pytest.raises(caller.package.InvalidArgument, match="other arguments"):
        caller.paged("rows", "search", "items", after=cursor, body=caller.models.Search())


LINKS = (
    ('</linked?p=2>; rel="next"', True),
    ("</linked?p=2>; rel=next", True),
    ('</linked?p=1>; rel="first prev", </linked?p=2>; title="a, \\"b\\"; rel=x"; REL="last NEXT"', True),
    ('</linked?p=0>; title="</evil>; rel=next"; rel="prev", <?p=2>;rel=next', True),
    ("<linked?p=2>;rel=next;x", True),
    ('broken, "a, b", </linked?p=2>; rel=next', True),
    ('</linked?p=2>; rel="nextish"', False),
    ('</linked?p=2>; rel="prev"; rel="next"', False),
    ('</linked?p=2>; anchor="/other"; rel=next', False),
    ("", False),
)


def check_link_headers(caller: Any) -> None:
    for header, follows in LINKS:
        caller.script(answer(200, rows(1), {"LINK": header}), answer(200, rows(2)))
        assert ids(caller, "list_linked", q="x") == ([1, 2] if follows else [1]), header
        assert caller.targets() == ["GET /linked?q=x", *(["GET /linked?p=2"] if follows else [])], header


def check_a_loop_of_links_ends(caller: Any) -> None:
    """The first page leads to the second and that to the first, whose URL is spelt otherwise."""
    for back in ("/linked?q=x", "linked?q=%78", "?q=x", "/linked?q=x&key=k3y", "http://LOCALHOST/linked?q=x"):
        link = back.replace("http://LOCALHOST", caller.server.url.replace("http", "HTTP"))
        first = answer(200, rows(1), {"Link": "</linked?b=2&a=1>; rel=next"})
        caller.script(first, answer(200, rows(2), {"Link": f"<{link}>; rel=next"}))
        assert ids(caller, "list_linked", q="x", credentials={"key": "k3y"}) == [1, 2], back
        assert len(caller.targets()) == 2, back
    forth = answer(200, rows(1), {"Link": "</linked?b=2&a=1>; rel=next"})
    caller.script(forth, answer(200, rows(2), {"Link": "</linked?a=1&b=2>; rel=next"}))
    assert ids(caller, "list_linked") == [1, 2]
    assert len(caller.targets()) == 2, "the order of a query means nothing"


def check_a_page_that_comes_again_under_another_url_ends(caller: Any) -> None:
    links = iter(range(100))
    caller.script(b"")
    caller.server.answers[:] = [lambda _: answer(200, rows(1, 2), {"Link": f"<?n={next(links)}>; rel=next"})]
    assert ids(caller, "list_linked") == [1, 2]


def check_a_header_that_says_the_next_page(caller: Any) -> None:
    pages = [answer(200, rows(n), {"x-next-page": said}) for n, said in ((1, "2"), (2, "3"), (3, ""))]
    caller.script(*pages)
    assert ids(caller, "list_told", q="a") == [1, 2, 3]
    assert caller.targets() == ["GET /told?q=a", "GET /told?q=a&page=2", "GET /told?q=a&page=3"]
    caller.script(*pages)
    _, cursor = caller.paged("rows", "list_told", "pages", most=1)
    caller.script(pages[1], answer(200, rows(3)))
    found, _ = caller.paged("rows", "list_told", "items", after=cursor)
    assert [each.id for each in found] == [2, 3]
    assert caller.targets() == ["GET /told?page=2", "GET /told?page=3"], "without the header it ends"
    caller.script(*(answer(200, rows(n), {"X-Next-Page": "2"}) for n in (1, 2, 3)))
    assert ids(caller, "list_told") == [1, 2], "a page that was asked for does not come twice"


def check_a_cursor_holds_no_secret(caller: Any) -> None:
    caller.script(answer(200, rows(1), {"Link": "<?p=2&key=k3y>; rel=next"}), answer(200, rows(2)))
    options = {"key": "k3y"}
    _, cursor = caller.paged("rows", "list_linked", "pages", most=1, options=options)
    assert "k3y" not in decoded(cursor) and "p=2" in decoded(cursor)
    found, _ = caller.paged("rows", "list_linked", "items", after=cursor, options=options)
    assert [each.id for each in found] == [2] and caller.targets()[1] == "GET /linked?p=2&key=k3y"


def decoded(cursor: str) -> str:
    return urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()


def check_a_server_that_ignores_the_number(caller: Any) -> None:
    """Each answer differs in what stands beside the rows."""
    times = iter(range(100))

    def same(_: Received) -> bytes:
        return answer(200, {"rows": rows(1, 2), "more": True, "next": f"{next(times)}"})

    for method, asked in (("list_counted", 2), ("list_windows", 2), ("list_last", 2)):
        caller.script(b"")
        caller.server.answers[:] = [same]
        assert ids(caller, method) == [1, 2] and len(caller.targets()) == asked, method
