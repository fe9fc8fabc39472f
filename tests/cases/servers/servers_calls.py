"""The variables of a server are arguments of the client."""

from __future__ import annotations

from typing import Any

import httpx


def urls(caller: Any, **options: Any) -> list[str]:
    """Call without a network; return the URLs that were asked for."""
    seen: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(204, stream=httpx.ByteStream(b""))

    with httpx.Client(transport=httpx.MockTransport(reply)) as http_client:
        caller.package.SpecClient(http_client=http_client, **options).things.list()
    return seen


def check_defaults(caller: Any) -> None:
    assert urls(caller) == ["https://eu.acme.test:443/v1/things"]


def check_arguments(caller: Any) -> None:
    assert urls(caller, region="us", port="8443") == ["https://us.acme.test:8443/v1/things"]


def check_base_url(caller: Any) -> None:
    caller.call("things", "list", credentials={"base_url": caller.server.url + "/v9/"})
    assert caller.targets() == ["GET /v9/things"]
