"""The life of a client: derived clients, raw answers, free requests, threads, forks, cancellation, closing."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Coroutine
from typing import Any, Literal

import anyio
import httpx
import pytest

from generator.runtime import (
    ApiKey,
    AsyncPages,
    AsyncResource,
    ByPage,
    Client,
    ClientClosed,
    Decoder,
    InvalidArgument,
    Model,
    NotFound,
    Package,
    Pages,
    RawResponse,
    Request,
    Resource,
    Retry,
    Secret,
    TimedOut,
    async_raw,
    async_raw_pages,
    credential,
    errors,
    json,
    raw,
    raw_pages,
    server_url,
    servers,
)
from generator.runtime.address import check_base

from .calls import ANY, FLAVOURS, AsyncThing, SyncThing, call, calls, get
from .server import Received, Server, answer, json_of

OK = answer(200, {"id": "1"})


class Thing(Model):
    id: str


class ThingPage(Model):
    data: list[Thing]
    total: int


THING: Decoder[Thing] = json({"200": Thing})
PAGE: Decoder[ThingPage] = json({"200": ThingPage})
PAGING = ByPage("page", items=("data",), total=("total",))


class Things(Resource):
    def get(self, id: str) -> Thing:
        return self._transport.send(Request("GET", "/things/{id}", path={"id": id}), THING)

    def list(self, *, page: int = 1) -> Pages[Thing, ThingPage]:
        return Pages(self._transport, Request("GET", "/things", query={"page": page}), PAGE, PAGING)

    @property
    def with_raw_response(self) -> ThingsRaw:
        resource = Things(self._transport.raw)
        return ThingsRaw(resource)


class ThingsRaw:
    def __init__(self, resource: Things) -> None:
        self.get = raw(resource.get)
        self.list = raw_pages(resource.list)


class AsyncThings(AsyncResource):
    async def get(self, id: str) -> Thing:
        return await self._transport.send(Request("GET", "/things/{id}", path={"id": id}), THING)

    def list(self, *, page: int = 1) -> AsyncPages[Thing, ThingPage]:
        return AsyncPages(self._transport, Request("GET", "/things", query={"page": page}), PAGE, PAGING)

    @property
    def with_raw_response(self) -> AsyncThingsRaw:
        return AsyncThingsRaw(AsyncThings(self._transport.raw))


class AsyncThingsRaw:
    def __init__(self, resource: AsyncThings) -> None:
        self.get = async_raw(resource.get)
        self.list = async_raw_pages(resource.list)


class Api(SyncThing):
    @property
    def things(self) -> Things:
        return Things(self._transport)


class AsyncApi(AsyncThing):
    @property
    def things(self) -> AsyncThings:
        return AsyncThings(self._transport)


class Generated(Client):
    """A client as the generator writes it."""

    def __init__(self, *, api_key: Secret | None = None, cluster: Literal["a", "b"] = "a", base_url: str = "") -> None:
        package = Package(name="generated_client", version="0.1.0")
        key = ApiKey("header", "x-api-key", credential(api_key, "api_key", "PROBE_KEY"))
        super().__init__(
            package, base_url or server_url("https://{cluster}.host.test", cluster=cluster), {"k": key}, {}
        )


def test_raw_answers() -> None:
    page = answer(200, {"data": [{"id": "1"}], "total": 2})
    with Server([answer(200, {"id": "1"}, {"X-Request-Id": "r"}), page]) as server, Api(server.url) as client:
        response: RawResponse[Thing] = client.things.with_raw_response.get("x")
        assert (response.status, response.value.id, response.request_id) == (200, "1", "r")
        assert response.content == b'{"id": "1"}' and response.headers["x-REQUEST-id"] == "r"
        first: RawResponse[ThingPage] = client.things.with_raw_response.list(page=1)
        assert first.value.total == 2 and len(server.requests) == 2
        assert client.things.get("x").id is None


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_raw_answers_asynchronously(backend: str) -> None:
    async def main(url: str) -> None:
        async with AsyncApi(url) as client:
            response: RawResponse[Thing] = await client.things.with_raw_response.get("x")
            assert response.status == 200 and response.value.id == "1"
            first: RawResponse[ThingPage] = await client.things.with_raw_response.list(page=1)
            assert first.value.total == 1
            assert [each.id async for each in client.things.list()] == ["7"]

    with Server([OK, answer(200, {"data": [{"id": "7"}], "total": 1})]) as server:
        anyio.run(main, server.url, backend=backend)


def test_a_derived_client_has_its_own_settings_and_the_same_connections() -> None:
    with Server([OK, OK, answer(503), OK]) as server, Api(server.url, headers={"X-A": "1", "X-B": "1"}) as client:
        client.things.get("1")
        derived = client.with_options(headers={"x-b": "2"}, retry=Retry(retries=0), timeout=3.0)
        assert type(derived) is Api
        derived.things.get("2")
        with pytest.raises(Exception, match="503"):
            derived.things.get("3")
        client.things.get("4")
    sent = [(each.header("X-A"), each.header("X-B")) for each in server.requests]
    assert sent == [("1", "1"), ("1", "2"), ("1", "2"), ("1", "1")] and server.connections == 1


@pytest.mark.parametrize("headers", [{"X A": "1"}, {"X-A": "a\nb"}])
def test_options_are_checked(headers: dict[str, str]) -> None:
    with SyncThing("http://127.0.0.1:9") as client, pytest.raises(InvalidArgument):
        client.with_options(headers=headers)
    with pytest.raises(InvalidArgument, match="tiemout"):
        SyncThing("http://127.0.0.1:9", tiemout=3)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_free_requests(flavour: str) -> None:
    schemes = {
        "one": ApiKey("header", "X-One", credential("1", "one")),
        "two": ApiKey("header", "X-Two", credential("2", "two")),
        "three": ApiKey("header", "X-Three", credential(None, "three")),
    }
    arguments: dict[str, Any] = {"query": {"a": [1, 2]}, "headers": {"X-A": "b"}, "json": {"c": None}}

    async def main(url: str) -> tuple[RawResponse[Any], RawResponse[Any]]:
        async with AsyncThing(url, schemes) as client:
            return await client.request("post", "/x/{y}", **arguments), await client.request("GET", "/", auth=())

    with Server([answer(201, {"made": 1}), answer(200, "text", media="text/plain")]) as server:
        if flavour == "sync":
            with SyncThing(server.url + "/v1", schemes) as client:
                made, plain = client.request("post", "/x/{y}", **arguments), client.request("GET", "/", auth=())
        else:
            made, plain = anyio.run(main, server.url + "/v1", backend=flavour)
    assert (made.status, made.value, plain.value) == (201, {"made": 1}, "text")
    first, second = server.requests
    assert (first.method, first.target, json_of(first)) == ("POST", "/v1/x/%7By%7D?a=1&a=2", {"c": None})
    assert (first.header("X-One"), first.header("X-Two"), first.header("X-Three")) == ("1", "2", None)
    assert second.header("X-One") is None


@pytest.mark.parametrize("path", ["https://127.0.0.1:9/", "//127.0.0.1:9/", "x", "/../x", "/./", "/%2e%2e/x", ""])
def test_free_requests_stay_where_they_belong(path: str) -> None:
    with SyncThing("http://127.0.0.1:9") as client, pytest.raises(InvalidArgument):
        client.request("GET", path)


def test_a_generated_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBE_KEY", "from-env")
    assert repr(Generated(cluster="b")) == "Generated('https://b.host.test')"
    with Server([OK]) as server, Generated(base_url=server.url) as client:
        assert client.request("GET", "/x").value == {"id": "1"}
    assert server.requests[0].header("x-api-key") == "from-env"
    assert server.requests[0].header("User-Agent") == "generated_client/0.1.0"


@pytest.mark.parametrize(
    "url", ["", "host", "/v1", "ftp://h", "http://", "http://u:p@h", "http://h?x=1", "http://h:99999"]
)
def test_base_urls_that_are_none(url: str) -> None:
    with pytest.raises(InvalidArgument):
        check_base(url)


@pytest.mark.parametrize("value", ["evil.test/", "a@b", "a?b", "a#b", "a b", "a\\b", "a\nb", "ü"])
def test_a_server_variable_cannot_lead_to_another_host(value: str) -> None:
    with pytest.raises(InvalidArgument):
        server_url("https://{cluster}.host.test/{version}", cluster=value, version="v1")
    assert server_url("https://{c}.host.test:{port}/{v}", c="eu-1", port="8080", v="v1/x") == (
        "https://eu-1.host.test:8080/v1/x"
    )


@pytest.mark.parametrize("own", [True, False])
def test_closing_twice_is_fine_and_after_it_a_call_is_refused(own: bool) -> None:
    with Server([OK]) as server:
        client = SyncThing(server.url, own=own)
        client.probe.call(get(), ANY)
        client.close()
        client.close()
        with pytest.raises(ClientClosed):
            client.probe.call(get(), ANY)

        async def main() -> None:
            other = AsyncThing(server.url, own=own)
            await other.probe.call(get(), ANY)
            await other.aclose()
            await other.aclose()
            with pytest.raises(ClientClosed):
                await other.probe.call(get(), ANY)

        anyio.run(main)
    assert len(server.requests) == 2


def test_a_given_http_client_stays_open() -> None:
    with Server([OK]) as server, httpx.Client(headers={"X-Theirs": "1"}) as http:
        with SyncThing(server.url, own=True, http_client=http) as client:
            client.probe.call(get(), ANY)
        assert not http.is_closed
    with pytest.raises(InvalidArgument):
        SyncThing("http://127.0.0.1:9", own=True, http_client=httpx.AsyncClient())


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_connections_are_reused_and_none_leaks(flavour: str) -> None:
    answers = [OK, answer(404), answer(503), answer(200, "<html>"), answer(302, headers={"Location": "/x"}), OK]
    with Server(answers) as server:
        calls(flavour, server.url, [get()] * 6, max_response_bytes=10_000)
        assert server.connections == 1
        wait_for(lambda: server.open == 0)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_no_connection_is_kept_for_an_answer_that_was_not_read(flavour: str) -> None:
    limits = httpx.Limits(max_connections=1)
    with Server([answer(200, b"x" * 1_000_000)]) as server:
        http: Any = httpx.Client(limits=limits) if flavour == "sync" else httpx.AsyncClient(limits=limits)
        outcomes = calls(flavour, server.url, [get()] * 3, max_response_bytes=10, own=True, http_client=http)
    assert [type(each).__name__ for each in outcomes] == ["AnswerTooLarge"] * 3


def test_cookies_of_an_answer_are_not_kept() -> None:
    with Server([answer(200, {}, {"Set-Cookie": "a=b"})]) as server, SyncThing(server.url) as client:
        client.probe.call(get(), ANY)
        client.probe.call(get(), ANY)
    assert server.requests[1].header("Cookie") is None


def wait_for(condition: Any) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.005)


class Late:
    """Answers after the event is set, or when the peer is gone."""

    def __init__(self) -> None:
        self.reached = threading.Event()

    def __call__(self, request: Received) -> bytes | None:
        self.reached.set()
        assert request.socket is not None
        request.socket.recv(1)
        return None


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancellation_releases_the_connection_and_is_not_retried(backend: str) -> None:
    late = Late()
    after: list[str] = []

    async def main(url: str) -> None:
        limits = httpx.Limits(max_connections=1)
        async with (
            httpx.AsyncClient(limits=limits) as http,
            AsyncThing(url, own=True, http_client=http) as client,
        ):
            with anyio.move_on_after(0.1) as scope:
                await client.probe.call(get(), ANY)
                after.append("swallowed")
            assert scope.cancelled_caught
            assert (await client.probe.call(get(), ANY)).status == 200

    with Server([late, OK]) as server:
        anyio.run(main, server.url, backend=backend)
        assert after == [] and len(server.requests) == 2
        wait_for(lambda: server.open == 0)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_deadline_of_a_call(backend: str) -> None:
    async def main(url: str) -> None:
        async with AsyncThing(url) as client:
            with pytest.raises(TimedOut):
                await client.with_options(deadline=0.1).probe.call(get(), ANY)

    with Server([Late()]) as server:
        anyio.run(main, server.url, backend=backend)
    assert len(server.requests) == 1


def test_64_threads_share_a_client_and_a_model_that_is_not_built_yet() -> None:
    class Fresh(Model):
        id: str
        inner: dict[str, Thing] | None = None

    decoder = json({"200": Fresh})
    values: list[Any] = []
    with Server([OK]) as server, SyncThing(server.url) as client:
        gate = threading.Barrier(64)

        def work() -> None:
            gate.wait()
            values.append(client.probe.call(get(), decoder).value)

        threads = [threading.Thread(target=work) for _ in range(64)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert [type(each) for each in values] == [Fresh] * 64


def test_a_child_after_a_fork_has_its_own_connections() -> None:
    with Server([OK]) as server, SyncThing(server.url, own=True) as client:
        client.probe.call(get(), ANY)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if client.probe.call(get(), ANY).value == {"id": "1"} else 2
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        client.probe.call(get(), ANY)
    assert os.waitstatus_to_exitcode(status) == 0
    assert [each.connection for each in server.requests] == [0, 1, 0]


def test_clients_share_no_state() -> None:
    with Server([answer(503)]) as server:
        for _ in range(3):
            with pytest.raises(Exception, match="503"):
                call("sync", server.url, get())
    assert len(server.requests) == 9


def test_a_base_url_of_an_operation() -> None:
    with Server([OK]) as here, Server([OK]) as there:
        base = servers(None, {"/": here.url, "https://own.test/v9": there.url + "/v9"}, {})
        with SyncThing(base) as client:
            client.probe.call(get(server="https://own.test/v9"), ANY)
    assert here.requests == [] and there.requests[0].target == "/v9/things"


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


def test_errors_name_the_operation_and_not_its_values() -> None:
    request = Request("GET", "/things/{id}", path={"id": "private"}, errors=errors({404: Thing}))
    with Server([answer(404, {"id": "x"})]) as server, pytest.raises(NotFound) as caught:
        call("sync", server.url, request)
    assert str(caught.value).startswith("GET /things/{id}: 404 Not Found") and "private" not in str(caught.value)


def typed(client: AsyncApi) -> Coroutine[Any, Any, RawResponse[Thing]]:
    """For the type checkers: the true type of a raw method."""
    return client.things.with_raw_response.get(id="1")
