"""The pages are followed to the end, in each of the four ways."""

from __future__ import annotations

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
