"""The life of a client: derived clients, raw answers, free requests, servers, closing (promises 25 and 11)."""

from __future__ import annotations

import gc
from typing import Any

import anyio
import pytest

from generator.runtime import InvalidArgument, server_url, servers
from generator.runtime.address import check_base

from .caller import Caller, Work
from .server import Server, answer, json_of

OK = answer(200, {"id": "1"})


def get(client: Any) -> Any:
    return client.calls.list_things()


def test_raw_answers(caller: Caller) -> None:
    page = answer(200, {"results": [{"id": 7}], "total_pages": 2})
    works: list[Work] = [
        lambda client: client.calls.with_raw_response.get_thing("x"),
        lambda client: client.paging.with_raw_response.numbered(page=1),
        lambda client: client.calls.get_thing("x"),
    ]
    with Server([answer(200, {"id": "1"}, {"X-Request-Id": "r"}), page, OK]) as server:
        response, first, value = caller.outcomes(server.url, *works)
    assert (response.status, response.value, response.request_id) == (200, {"id": "1"}, "r")
    assert response.content == b'{"id": "1"}' and response.headers["x-REQUEST-id"] == "r"
    assert first.value.total_pages == 2 and value == {"id": "1"} and len(server.requests) == 3


def test_a_derived_client_has_its_own_settings_and_the_same_connections(caller: Caller) -> None:
    def derived(client: Any) -> Any:
        found = client.with_options(headers={"x-b": "2"}, retry=0, timeout=3.0)
        assert type(found) is type(client)
        return found.calls.list_things()

    with Server([OK, OK, answer(503), OK]) as server:
        outcomes = caller.outcomes(server.url, get, derived, derived, get, headers={"X-A": "1", "X-B": "1"})
    assert isinstance(outcomes[2], caller.api.ServerError)
    sent = [(each.header("X-A"), each.header("X-B")) for each in server.requests]
    assert sent == [("1", "1"), ("1", "2"), ("1", "2"), ("1", "1")] and server.connections == 1


@pytest.mark.promise(12)
@pytest.mark.parametrize("headers", [{"X A": "1"}, {"X-A": "a\nb"}, {"X-A": "a\rb"}, {"X-A": "a\0b"}], ids=repr)
def test_headers_of_a_client_are_checked(caller: Caller, headers: dict[str, str]) -> None:
    with pytest.raises(caller.api.InvalidArgument):
        caller.client("http://127.0.0.1:9", headers=headers)
    with pytest.raises(caller.api.InvalidArgument):
        caller.client("http://127.0.0.1:9").with_options(headers=headers)


def test_a_misspelt_option_is_refused(caller: Caller) -> None:
    with pytest.raises(caller.api.InvalidArgument, match="tiemout"):
        caller.client("http://127.0.0.1:9", tiemout=3)


@pytest.mark.promise(24)
def test_free_requests(caller: Caller) -> None:
    with Server([answer(201, {"made": 1}), answer(200, "text", media="text/plain")]) as server:
        made, plain = caller.outcomes(
            server.url + "/v1",
            lambda client: client.request(
                "post", "/x/{y}", query={"a": [1, 2]}, headers={"X-A": "b"}, json={"c": None}
            ),
            lambda client: client.request("GET", "/", auth=()),
            header="1",
            app="2",
        )
    assert (made.status, made.value, plain.value) == (201, {"made": 1}, "text")
    first, second = server.requests
    assert (first.method, first.target, json_of(first)) == ("POST", "/v1/x/%7By%7D?a=1&a=2", {"c": None})
    assert (first.header("X-Key"), first.header("X-App"), first.header("Authorization")) == ("1", "2", None)
    assert second.header("X-Key") is None


@pytest.mark.promise(11)
@pytest.mark.parametrize("path", ["https://127.0.0.1:9/", "//127.0.0.1:9/", "x", "/../x", "/./", "/%2e%2e/x", ""])
def test_free_requests_stay_where_they_belong(caller: Caller, path: str) -> None:
    with Server([OK]) as server, pytest.raises(caller.api.InvalidArgument):
        caller.run(server.url, lambda client: client.request("GET", path, auth=()))
    assert server.connections == 0


def test_what_a_client_says_of_itself(caller: Caller) -> None:
    name = "AsyncProbeClient" if caller.is_async else "ProbeClient"
    assert repr(caller.client("https://b.host.test")) == f"{name}('https://b.host.test')"
    with Server([OK]) as server:
        caller.run(server.url, get)
    assert server.requests[0].header("User-Agent") == "probe_client/0.1.0"


@pytest.mark.parametrize(
    "url", ["", "host", "/v1", "ftp://h", "http://", "http://u:p@h", "http://h?x=1", "http://h:99999"]
)
def test_base_urls_that_are_none(sync: Caller, url: str) -> None:
    with pytest.raises(InvalidArgument):
        check_base(url)
    with pytest.raises(sync.api.InvalidArgument):
        sync.client(url)


@pytest.mark.parametrize("value", ["evil.test/", "a@b", "a?b", "a#b", "a b", "a\\b", "a\nb", "ü"])
def test_a_server_variable_cannot_lead_to_another_host(value: str) -> None:
    with pytest.raises(InvalidArgument):
        server_url("https://{cluster}.host.test/{version}", cluster=value, version="v1")
    assert server_url("https://{c}.host.test:{port}/{v}", c="eu-1", port="8080", v="v1/x") == (
        "https://eu-1.host.test:8080/v1/x"
    )


@pytest.mark.promise(25)
@pytest.mark.parametrize("own", [True, False])
def test_closing_twice_is_fine_and_after_it_a_call_is_refused(caller: Caller, own: bool) -> None:
    async def main(url: str) -> None:
        http = None if own else caller.http_client()
        client = caller.client(url, http_client=http)
        await client.calls.list_things()
        await client.aclose()
        await client.aclose()
        with pytest.raises(caller.api.ClientClosed):
            await client.calls.list_things()
        if http is not None:
            await http.aclose()

    with Server([OK]) as server:
        if caller.is_async:
            anyio.run(main, server.url, backend=caller.flavour)
        else:
            http = None if own else caller.http_client()
            client = caller.client(server.url, http_client=http)
            client.calls.list_things()
            client.close()
            client.close()
            with pytest.raises(caller.api.ClientClosed):
                client.calls.list_things()
            if http is not None:
                http.close()
    assert len(server.requests) == 1


@pytest.mark.promise(25)
def test_a_given_http_client_stays_open(caller: Caller) -> None:
    async def main(url: str) -> None:
        async with caller.http_client() as http:
            async with caller.client(url, http_client=http) as client:
                await client.calls.list_things()
            assert not http.is_closed

    with Server([OK]) as server:
        if caller.is_async:
            anyio.run(main, server.url, backend=caller.flavour)
        else:
            with caller.http_client() as http:
                with caller.client(server.url, http_client=http) as client:
                    client.calls.list_things()
                assert not http.is_closed


@pytest.mark.promise(8, 25)
def test_packages_share_a_client_of_the_http_library(caller: Caller, package: Any) -> None:
    """Each lays its own over the connections, once; a call of either gives back the turn that it took."""
    kinds = [package.AsyncLeaksClient, caller.api.AsyncProbeClient]
    kinds = kinds if caller.is_async else [package.LeaksClient, caller.api.ProbeClient]
    limits = caller.api.http.Limits(max_connections=2)

    async def main(url: str) -> list[int]:
        async with caller.http_client(limits=limits) as http:
            made = [kind(base_url=url, http_client=http, deadline=5) for _ in range(3) for kind in kinds]
            return [(await each.request("GET", "/", auth=())).status for each in made * 2]

    with Server([OK]) as server:
        if caller.is_async:
            found = anyio.run(main, server.url, backend=caller.flavour)
        else:
            with caller.http_client(limits=limits) as http:
                made = [kind(base_url=server.url, http_client=http, deadline=5) for _ in range(3) for kind in kinds]
                found = [each.request("GET", "/", auth=()).status for each in made * 2]
    assert found == [200] * 12 and server.connections == 1


@pytest.mark.promise(25)
def test_an_http_client_of_the_other_kind_is_refused(caller: Caller) -> None:
    other = Caller(caller.api, "sync" if caller.is_async else "asyncio").http_client()
    with pytest.raises(caller.api.InvalidArgument):
        caller.client("http://127.0.0.1:9", http_client=other)
    del other
    gc.collect()


@pytest.mark.promise(24, 25)
def test_cookies_of_an_answer_are_not_kept(caller: Caller) -> None:
    with Server([answer(200, {}, {"Set-Cookie": "a=b"})]) as server:
        caller.outcomes(server.url, get, get)
    assert server.requests[1].header("Cookie") is None


@pytest.mark.promise(25)
def test_clients_share_no_state(caller: Caller) -> None:
    """Neither connections nor the budget of retries."""
    with Server([answer(503)]) as server:
        for _ in range(3):
            with pytest.raises(caller.api.ServerError):
                caller.run(server.url, get)
    assert len(server.requests) == 9 and server.connections == 3


@pytest.mark.promise(25)
def test_clock_time_and_chance_can_be_given(caller: Caller) -> None:
    asked: list[str] = []

    def noting(name: str, value: float) -> Any:
        def give() -> float:
            asked.append(name)
            return value

        return give

    given = {"clock": noting("clock", 0.0), "now": noting("now", 0.0), "random": noting("random", 0.5)}
    with Server([answer(503, headers={"Retry-After": "soon"}), OK]) as server:
        caller.run(server.url, get, **given)
    assert {"clock", "random"} <= set(asked) and caller.quick.slept == [0.25]


def test_a_base_url_of_an_operation(caller: Caller) -> None:
    with Server([OK]) as here, Server([OK]) as there:
        base = {"/": here.url, "https://own.test/v9": there.url + "/v9"}
        caller.run(base, lambda client: client.calls.elsewhere())
    assert here.requests == [] and there.requests[0].target == "/v9/elsewhere"


DOCUMENTED = {"/": "/", "/v2": "/v2", "https://far.test/{x}": "https://far.test/1"}
BASES = [
    ("https://h/api", ["https://h/api", "https://h/api", "https://h/v2", "https://h/api"]),
    ({"/": "https://h"}, ["https://h", "https://h", "https://h/v2", "https://far.test/1"]),
    ({"/": "https://h", "/v2": "https://i", "Far": "https://j"}, ["https://h", "https://h", "https://i", "https://j"]),
]
"""What a caller gives, and where the client, and operations of the three servers above, go then."""


@pytest.mark.parametrize(("given", "expected"), BASES, ids=str)
def test_what_replaces_which_server(given: Any, expected: list[str]) -> None:
    found = servers(given, DOCUMENTED, {"Far": "https://far.test/{x}"})
    assert [found[each] for each in ("", *DOCUMENTED)] == expected


def test_a_relative_server_has_to_be_placed() -> None:
    with pytest.raises(InvalidArgument, match="where / is served"):
        servers({"/v2": "https://h"}, DOCUMENTED, {})


@pytest.mark.promise(10)
def test_errors_name_the_operation_and_not_its_values(caller: Caller) -> None:
    with Server([answer(404, {"id": "x"})]) as server, pytest.raises(caller.api.NotFound) as caught:
        caller.run(server.url, lambda client: client.calls.get_thing("private"))
    assert str(caught.value).startswith("GET /things/{id}: 404 Not Found") and "private" not in str(caught.value)
