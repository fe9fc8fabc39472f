"""The variables of servers are arguments of the client, and a base URL replaces all of them or some."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import httpx
import pytest

CALLS = [("things", "list"), ("files", "list"), ("files", "create"), ("jobs", "list")]


def urls(caller: Any, **options: Any) -> list[str]:
    """Call each operation without a network; return the URLs that were asked for."""
    seen: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        assert request.headers["X-Key"] == "k"
        return httpx.Response(204, stream=httpx.ByteStream(b""))

    with httpx.Client(transport=httpx.MockTransport(reply)) as http_client:
        client = caller.package.SpecClient(http_client=http_client, key="k", **options)
        for resource, method in CALLS:
            getattr(attrgetter(resource)(client), method)()
    return seen


def check_defaults(caller: Any) -> None:
    assert urls(caller) == [
        "https://eu.acme.test:443/v1/things",
        "https://eu.files.test/files",
        "https://upload.test/1/files",
        "https://eu.acme.test:443/v2/jobs",
    ]


def check_the_environment_replaces_all(caller: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPEC_BASE_URL", "http://env.test/x")
        assert urls(caller) == [f"http://env.test/x/{each}" for each in ("things", "files", "files")] + [
            "http://env.test/v2/jobs"
        ]
        assert urls(caller, base_url="http://given.test")[0] == "http://given.test/things"
        given = urls(caller, base_url={"Files": "http://given.test"})
        assert given[0] == "https://eu.acme.test:443/v1/things" and given[1] == "http://given.test/files"


def check_arguments(caller: Any) -> None:
    assert urls(caller, region="us", port="8443", region_2="2", version="v3") == [
        "https://us.acme.test:8443/v1/things",
        "https://us.files.test/files",
        "https://upload.test/2/files",
        "https://us.acme.test:8443/v3/jobs",
    ]


def check_one_base_url_for_all(caller: Any) -> None:
    caller.calls("files", [("list", {}), ("create", {})], {"key": "k", "base_url": caller.server.url + "/v9/"})
    caller.call("things", "list", credentials={"key": "k", "base_url": caller.server.url + "/v9/"})
    caller.call("jobs", "list", credentials={"key": "k", "base_url": caller.server.url + "/v9/"})
    assert caller.targets() == ["GET /v9/files", "POST /v9/files", "GET /v9/things", "GET /v2/jobs"]


def check_some_replaced(caller: Any) -> None:
    """By the URL as the document writes it, or by its description."""
    upload, own = "https://upload.test/{region}", "https://{region}.acme.test:{port}/v1/"
    given = {upload: "https://a.test/up", "Files": "https://b.test"}
    found = urls(caller, base_url=given)
    assert found[0].startswith("https://eu.acme.test:443/v1")
    assert found[1:] == ["https://b.test/files", "https://a.test/up/files", "https://eu.acme.test:443/v2/jobs"]
    assert urls(caller, base_url={own: "https://c.test/x/"})[::3] == [
        "https://c.test/x/things",
        "https://c.test/v2/jobs",
    ]


def check_what_is_refused(caller: Any) -> None:
    for given, words in [
        ({"https://upload.test": "https://a.test"}, "did you mean 'https://upload.test/{region}'?"),
        ({"File": "https://a.test"}, "has no server 'File', but 'https://{region}.acme.test:{port}/v1/', "),
        ({"Files": "/a"}, "has to be http"),
        ({"Files": "https://user:secret@a.test"}, "without credentials"),
    ]:
        with pytest.raises(caller.package.InvalidArgument) as caught:
            caller.package.SpecClient(key="k", base_url=given)
        assert words in str(caught.value)
        assert "secret" not in str(caught.value)
