"""Servers of paths alone."""

from __future__ import annotations

from typing import Any

import httpx


def check_each_path_has_its_server(caller: Any) -> None:
    seen: list[tuple[str, str]] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), request.headers["Authorization"]))
        return httpx.Response(204, stream=httpx.ByteStream(b""))

    with httpx.Client(transport=httpx.MockTransport(reply)) as http_client:
        client = caller.package.SpecClient(http_client=http_client, token="us", token_2="t")
        client.things.list()
        client.things.get_b()
        client.request("GET", "/free")
    urls = ["https://us.a.test/a", "https://b.test/v1/b", "https://us.a.test/free"]
    assert seen == [(url, "Bearer t") for url in urls]


def check_one_in_place_of_both(caller: Any) -> None:
    caller.calls("things", [("list", {}), ("get_b", {})], {"token_2": "t"})
    assert caller.targets() == ["GET /a", "GET /b"]
